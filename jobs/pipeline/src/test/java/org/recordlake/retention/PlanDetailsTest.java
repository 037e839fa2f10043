package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanDetailsTest {
  @Test
  void tellsLastDaysFilesAndWhichHoldKeepsWhat(@TempDir Path folder) {
    SmallLake lake = new SmallLake(folder).with(RevisedNotice.twoPersons(folder, "R2b"));
    lake.store("chat_messages", chat("first", "2024-11-01"), chat("held", "2024-11-02"));
    lake.store("chat_messages", chat("second", "2024-11-21"), chat("kept", "2024-11-22"));
    lake.store("chat_messages", chat("young", "2026-01-01"));
    lake.store("campaign_contacts", Map.of("campaign_id", "K", "contacted_on", "2020-01-01"));
    lake.store("disclosures", Map.of("disclosure_id", "kept", "disclosed_on", "2015-01-01"));
    lake.store(
        "legal_holds",
        Map.of(
            "hold_id", "H-1",
            "scope_column", "meeting_id",
            "scope_value", "held",
            "tables", "all",
            "placed_on", "2026-01-01"));
    Map<String, Long> sizes = new HashMap<>(lake.lake().fileSizes("chat_messages"));
    assertThat(sizes).hasSizeGreaterThanOrEqualTo(3);

    PlanDetails plan = PlanDetails.of(lake.on("2026-11-22"));

    List<String> text = plan.text();
    assertThat(text.get(1))
        .startsWith("  last days 2025-01-01; 1 to go, in 1 data file of ")
        .endsWith(" bytes");
    assertThat(text.get(2))
        .isEqualTo("records.chat_messages R4 (Retention and Disposal 4): 3 rows due, 1 held");
    assertThat(text.get(3))
        .matches("  last days 2026-11-01 to 2026-11-21; 2 to go, in 2 data files of .* bytes");
    assertThat(bytes(text.get(3)))
        .isLessThan(sizes.values().stream().mapToLong(size -> size).sum())
        .isGreaterThan(sizes.values().stream().mapToLong(size -> size).max().orElseThrow());
    assertThat(text.get(4)).isEqualTo("  H-1 keeps 1");
    assertThat(text.get(5)).contains("1 row due, 0 held; kept for the life of the record");
    assertThat(text).hasSize(6);
    assertThat(plan.overdue()).isEqualTo(3);

    lake.run("2026-11-22", new RetentionDelete());
    PlanDetails after = PlanDetails.of(lake.on("2026-11-22"));
    assertThat(after.overdue()).as("what is left stands in a notice").isZero();
    assertThat(after.text().get(1)).isEqualTo(text.get(1));
    assertThat(PlanDetails.of(lake.on("2026-12-22")).overdue()).isPositive();
  }

  private static long bytes(String line) {
    return Long.parseLong(
        line.substring(line.indexOf(" of ") + 4, line.indexOf(" bytes")).replace(",", ""));
  }

  private static Map<String, Object> chat(String meeting, String day) {
    return Map.of("meeting_id", meeting, "meeting_date", day);
  }
}
