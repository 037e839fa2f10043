package org.recordlake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.retention.RetentionDelete;

/**
 * Links live as long as the rows they are about. On 22 November 2026 the 24 months of a meeting on
 * 21 November 2024 are over, and so are three years since 21 November 2023.
 */
class LinkRetentionTest {
  private static final String JANE = "email=jane@x.example.com";

  @TempDir static Path folder;
  private static Stored lake;

  @BeforeAll
  static void destroyWhatIsDue() {
    lake =
        new Stored(folder)
            .customer("C-1", "customer_name=Jane Roe", JANE)
            .customer("C-2", "customer_name=Otto Poe", "email=otto@x.example.com");
    poll("M-old", "2024-11-21", JANE);
    poll("M-new", "2024-11-22", JANE);
    poll("M-held", "2024-11-21", "email=otto@x.example.com");
    poll("M-meeting-held", "2024-11-21", JANE);
    campaign("K-old", "2021-11-21");
    campaign("K-new", "2021-11-22");
    survey("S-old", "2023-11-21");
    survey("S-new", "2023-11-22");
    subscriber("U-ceased", "ceased_on=2026-11-21");
    subscriber("U-subscribed");
    hold("H-1", "customer_id", "C-2");
    hold("H-2", "meeting_id", "M-meeting-held");
    lake.match();
    assertThat(lake.links()).hasSize(10);
    lake.run.run(new RetentionDelete());
  }

  @Test
  void aLinkGoesOnTheDayItsRowGoes() {
    assertThat(lake.links())
        .noneMatch(
            link -> link.contains("M-old") || link.contains("K-old") || link.contains("U-ceased"));
  }

  @Test
  void aLinkStaysWhileItsRowStays() {
    assertThat(lake.links())
        .contains(
            "poll_responses M-new/r -> C-1 matched email",
            "campaign_contacts K-new/1 -> C-1 matched email",
            "survey_responses S-old/1 -> C-1 matched email",
            "survey_responses S-new/1 -> C-1 matched email",
            "publication_subscriptions U-subscribed -> C-1 matched email");
  }

  @Test
  void aHoldOnTheCustomerOrOnTheMeetingKeepsTheLink() {
    assertThat(lake.links())
        .contains(
            "poll_responses M-held/r -> C-2 matched email",
            "poll_responses M-meeting-held/r -> C-1 matched email");
  }

  @Test
  void everyLinkDestroyedIsCountedInTheLedgerOfDisposals() {
    assertThat(
            lake.run
                .table("dispositions")
                .where("table_name = 'identity_links'")
                .selectExpr("sum(rows_deleted)", "sum(rows_held)")
                .first()
                .toString())
        .isEqualTo("[3,2]");
  }

  private static void poll(String meeting, String day, String email) {
    lake.row(
        "poll_responses",
        "first",
        "meeting_id=" + meeting,
        "meeting_date=" + day,
        "respondent_key=r",
        email);
  }

  private static void campaign(String id, String day) {
    lake.row(
        "campaign_contacts",
        "first",
        "campaign_id=" + id,
        "recipient_id=1",
        "contacted_on=" + day,
        JANE);
  }

  private static void survey(String id, String day) {
    lake.row(
        "survey_responses",
        "first",
        "survey_id=" + id,
        "respondent_id=1",
        "answered_on=" + day,
        JANE);
  }

  private static void subscriber(String id, String... more) {
    String[] all = new String[more.length + 2];
    System.arraycopy(more, 0, all, 0, more.length);
    all[more.length] = "subscription_id=" + id;
    all[more.length + 1] = JANE;
    lake.row("publication_subscriptions", "first", all);
  }

  private static void hold(String id, String column, String value) {
    lake.row(
        "legal_holds",
        "first",
        "hold_id=" + id,
        "scope_column=" + column,
        "scope_value=" + value,
        "tables=all",
        "placed_on=2026-01-01");
  }
}
