package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.disposal.Hold;
import org.recordlake.job.Job;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;

class HoldsTest {
  private static final String TODAY = "2026-11-22";
  private static final String TOMORROW = "2026-11-23";

  @TempDir Path folder;

  @Test
  void aHoldBeatsTheScheduleUntilTheDayOfItsRelease() {
    SmallLake lake = new SmallLake(folder);
    store(lake);
    lake.run(TODAY, place(order("customer_id", "C-held")));
    lake.store(
        "legal_holds",
        hold("H-2026-0002", "meeting_id", "M-held", "meetings, chat_messages"),
        hold("H-2026-0003", "table", "campaign_contacts", "all"));

    assertThat(new RetentionDelete().plan(lake.on(TODAY)).lines())
        .contains(
            "records.customers R3 (Retention and Disposal 3): 2 rows due, 1 held",
            "records.campaign_contacts R2b (Retention and Disposal 2): 1 row due, 1 held");
    assertThat(lake.run(TODAY, new RetentionDelete()).output())
        .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("retention: ")
        .contains(" of them held, ");
    assertThat(new RetentionDelete().plan(lake.on(TODAY)).summary())
        .noneMatch(line -> line.contains("campaign_contacts"));

    assertThat(lake.keys("customers")).containsExactly("C-held");
    assertThat(lake.keys("chat_messages")).containsExactly("M-held");
    assertThat(lake.keys("campaign_contacts")).containsExactly("K");

    lake.run(TODAY, new ReleaseHold("H-2026-0001", LocalDate.parse(TOMORROW), "Office"));
    lake.run(TODAY, new RetentionDelete());
    assertThat(lake.keys("customers")).containsExactly("C-held");
    lake.run(TOMORROW, new RetentionDelete());
    lake.run(TOMORROW, new RetentionPurge());

    assertThat(lake.keys("customers")).isEmpty();
    assertThat(lake.keys("campaign_contacts")).containsExactly("K");
    assertThat(lake.keys("chat_messages")).containsExactly("M-held");
    assertThat(lake.dispositions())
        .extracting(row -> row.getAs("table_name") + " " + row.getAs("state"))
        .containsExactly("chat_messages certified", "customers certified", "customers certified");
  }

  @Test
  void holdsAreNumberedPlacedOnceReleasedOnceAndListed() {
    SmallLake lake = new SmallLake(folder);
    lake.store("customers", Map.of("customer_id", "C-held"));
    HoldOrder order = order("customer_id", "C-held");
    assertThat(lake.run(TODAY, place(order)).output())
        .containsExactly(
            "H-2026-0001 on one customer_id in all tables, placed 2026-11-22, in force");
    assertThat(place(order).plan(lake.on(TODAY)).change()).isEmpty();
    assertThat(place(order("event_id", "E1")).plan(lake.on(TODAY)).holdId())
        .isEqualTo("H-2026-0002");

    LocalDate day = LocalDate.parse("2026-12-01");
    lake.run(TODAY, new ReleaseHold("H-2026-0001", day, "Office"));
    assertThat(
            new ReleaseHold("H-2026-0001", day.plusDays(9), "Other").plan(lake.on(TODAY)).change())
        .isEmpty();
    Hold hold = new HoldList(lake.on(TODAY)).all().get(0);
    assertThat(hold.releasedOn()).contains(day);
    assertThat(hold.inForceOn(day.minusDays(1))).isTrue();
    assertThat(hold.inForceOn(day)).isFalse();
    assertThat(place(order).plan(lake.on(TODAY)).holdId()).isEqualTo("H-2026-0002");
    refuses(lake, new ReleaseHold("H-2026-0009", day, "Office"), "no hold with that number");
  }

  @Test
  void aHoldOnWhatTheCatalogueDoesNotKnowIsRefusedWithoutSayingWhom() {
    SmallLake lake = new SmallLake(folder);
    refuses(lake, place(order("email", "someone")), "cannot be laid on 'email'");
    refuses(lake, place(order("table", "nonsense")), "no table of records");
    refuses(lake, place(order("meeting_id", "M", "payments")), "has no meeting_id");
    refuses(lake, place(order("customer_id", " ")), "scope value is missing");
  }

  private static void refuses(SmallLake lake, Job<HoldPlan> job, String why) {
    assertThatThrownBy(() -> job.plan(lake.on(TODAY)))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(why)
        .hasMessageNotContaining("someone");
  }

  private static void store(SmallLake lake) {
    lake.store(
        "customers",
        Map.of("customer_id", "C-held", "relationship_ended_on", "2020-01-01"),
        Map.of("customer_id", "C-free", "relationship_ended_on", "2020-01-01"));
    lake.store(
        "chat_messages",
        Map.of("meeting_id", "M-held", "meeting_date", "2020-01-01"),
        Map.of("meeting_id", "M-free", "meeting_date", "2020-01-01"));
    lake.store("campaign_contacts", Map.of("campaign_id", "K", "contacted_on", "2020-01-01"));
  }

  private static Map<String, Object> hold(String id, String column, String value, String tables) {
    return Map.of("hold_id", id, "scope_column", column, "scope_value", value, "tables", tables);
  }

  private static PlaceHold place(HoldOrder order) {
    return new PlaceHold(order);
  }

  private static HoldOrder order(String column, String value, String... tables) {
    return new HoldOrder(
        Optional.empty(),
        "Matter",
        column,
        value,
        List.of(tables),
        Optional.empty(),
        Optional.empty(),
        "Office");
  }
}
