package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;

class ScheduleVersionTest {
  @TempDir Path folder;

  @Test
  void aRevisedScheduleChangesPeriodsAndApprovalsFromItsDayOn() {
    SmallLake lake = new SmallLake(folder).with(revised());
    lake.store(
        "chat_messages",
        Map.of("meeting_id", "M1", "meeting_date", "2025-11-22"),
        Map.of("meeting_id", "M2", "meeting_date", "2025-11-21"));
    lake.store("campaign_contacts", Map.of("campaign_id", "K", "contacted_on", "2010-01-01"));

    assertThat(new RetentionDelete().plan(lake.on("2026-11-22")).lines())
        .containsExactly(
            "records.campaign_contacts R2b (Retention and Disposal 2): 1 row due, 0 held");
    assertThat(new RetentionDelete().plan(lake.on("2026-11-23")).lines())
        .containsExactly(
            "records.campaign_contacts R2b (Retention and Disposal 2): 1 row due, 0 held;"
                + " only planned: a notice standing 30 days and 1 approval missing",
            "records.chat_messages R4 (Retention and Disposal 4): 2 rows due, 0 held");

    JobResult result = lake.run("2026-11-23", new RetentionDelete());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.problems())
        .singleElement()
        .asString()
        .contains("30 days and 1 approval missing");
    assertThat(lake.keys("campaign_contacts")).containsExactly("K");
    assertThat(lake.keys("chat_messages")).isEmpty();
    long version = lake.lake().version("dispositions");
    lake.run("2026-11-23", new RetentionDelete());
    assertThat(lake.lake().version("dispositions")).isEqualTo(version);
    assertThat(lake.dispositions())
        .extracting(row -> row.getAs("table_name") + " " + row.getAs("state"))
        .containsExactly("campaign_contacts noticed", "chat_messages deleting");
  }

  /** The shipped notice with a second version of its schedule, in force from 2026-11-23. */
  private Catalog revised() {
    return RevisedNotice.with(
        folder,
        text -> {
          String first = text.substring(text.indexOf("  - effective_on: 2020-07-01"));
          String second =
              first
                  .replace("2020-07-01", "2026-11-23")
                  .replace(
                      "trigger: the date of the record",
                      "notice_days: 30\n        approvals: 1\n"
                          + "        trigger: the date of the record")
                  .replace("P24M", "P12M");
          return text + second;
        });
  }
}
