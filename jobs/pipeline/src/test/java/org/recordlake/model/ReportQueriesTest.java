package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/** The queries of the reports over marts of a few rows, threshold 2. */
class ReportQueriesTest {
  private static final ModelParameters PARAMETERS =
      new ModelParameters(LocalDate.of(2026, 11, 22), 2);

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @AfterEach
  void dropViews() {
    List.of(
            "customer_value",
            "service_mix",
            "customer_needs",
            "poll_results",
            "contact_suppression",
            "meeting_engagement",
            "campaign_results",
            "campaign_attribution",
            "event_attendance")
        .forEach(SharedSpark.session().catalog()::dropTempView);
  }

  @Test
  @DisplayName(
      "a segment of one customer and the next smallest are one line, so that lines add up to all")
  void segments() throws IOException {
    given(
        "customer_value",
        value("Lost", "1", "7"),
        value("New", "10", "0"),
        value("New", "10", "0"),
        value("Loyal", "30", "20"),
        value("Loyal", "20", "20"),
        value("Loyal", "0", "0"));
    assertThat(rows("customer-needs-segments"))
        .containsExactly("Loyal,3,50.00,40.00,0.25,false", "other,3,21.00,7.00,2.0,false");
  }

  @Test
  @DisplayName(
      "a service of one customer and the next smallest are one line; the competitor with most of"
          + " the money leads; of too few with competitor data nothing is told but what they spend"
          + " here")
  void services() throws IOException {
    given(
        "service_mix",
        mix("A", "returns", "10", "30", "UPS"),
        mix("B", "returns", "20", "20", "FedEx"),
        mix("C", "returns", "0", "20", "FedEx"),
        mix("A", "overnight", "5", "5", "DHL"),
        mix("A", "letter_mail", "5", "0", null),
        mix("B", "letter_mail", "5", "0", null),
        mix("C", "letter_mail", "90", null, null),
        mix("D", "letter_mail", "10", null, null),
        mix("A", "po_box", "5", "7", "UPS"),
        mix("C", "po_box", "6", null, null),
        mix("C", "passports", "6", null, null),
        mix("D", "passports", "6", null, null));
    assertThat(rows("customer-needs-services"))
        .containsExactly(
            "returns,30.00,30.00,70.00,0.3,FedEx,null",
            "letter_mail,110.00,10.00,0.00,1.0,null,null",
            "po_box,11.00,null,null,null,null,too few with competitor data",
            "other services,17.00,null,null,null,null,too few with competitor data");
  }

  @Test
  @DisplayName(
      "needs are ranked over all customers, and summed by kind; kinds of too few are one line")
  void needs() throws IOException {
    given("contact_suppression");
    given(
        "customer_needs",
        need("A", "1", "lapsing", "50"),
        need("B", "1", "lapsing", "70"),
        need("B", "2", "stated", null),
        need("B", "3", "stated", "10"),
        need("A", "3", "moved", "5"),
        need("C", "1", "moved", "5"),
        need("D", "1", "moved", null));
    assertThat(rows("customer-needs-needs"))
        .extracting(row -> row.split(",", -1)[0] + row.split(",", -1)[1] + row.split(",", -1)[5])
        .containsExactly(
            "1Blapsing", "2Alapsing", "3Bstated", "4Amoved", "5Cmoved", "6Bstated", "7Dmoved");
    assertThat(rows("customer-needs-need-kinds"))
        .containsExactly("moved,3,10.00,false", "other,2,130.00,false");
  }

  @Test
  @DisplayName(
      "whoever is not to be contacted is in no list of needs; where something stays it is said"
          + " apart")
  void limited() throws IOException {
    given(
        "customer_needs",
        need("A", "1", "stated", "90"),
        need("B", "1", "stated", "80"),
        need("C", "1", "stated", "70"),
        need("D", "1", "stated", "60"),
        need("E", "1", "stated", "50"),
        need("F", "1", "stated", "40"),
        need("G", "1", "stated", "30"),
        need("H", "1", "stated", "20"));
    given(
        "contact_suppression",
        bound("B", "opted_out", "all", "firm", null, null),
        bound("C", "opted_out", "all", "contact", "2", null),
        bound("D", "opted_out", "all", "contact", "0", null),
        bound("E", "capped", "phone", "channel", null, "2026-11-29"),
        bound("E", "ceased", "publications", "channel", null, null),
        bound("F", "ended", "all", "firm", null, null),
        bound("G", "capped", "phone", "channel", null, "2026-11-21"),
        bound("H", "capped", "phone", "channel", null, "2026-11-29"),
        bound("H", "capped", "field", "channel", null, "2026-11-29"),
        bound("H", "capped", "email", "channel", null, "2026-11-29"),
        bound("H", "capped", "mail", "channel", null, "2026-11-29"));
    assertThat(rows("customer-needs-needs"))
        .extracting(row -> row.split(",", -1)[1])
        .containsExactly("A", "G");
    assertThat(rows("customer-needs-limited"))
        .extracting(row -> row.replaceAll(",null.*", ""))
        .containsExactly(
            "1,C,2 other contacts than the person who opted out",
            "2,E,visit, e-mail, mail, web only; phone again from Nov 30, 2026; no publications",
            "3,H,web only; e-mail again from Nov 30, 2026, visit again from Nov 30, 2026,"
                + " mail again from Nov 30, 2026, phone again from Nov 30, 2026");
  }

  @Test
  @DisplayName(
      "a meeting counts its polls, its questions, and once who answered anything; else those of the"
          + " question that most people answered")
  void meetings() throws IOException {
    given(
        "poll_results",
        answer("M1", "P", "Q1", "yes", "30"),
        answer("M1", "P", "Q1", "no", "30"),
        answer("M1", "P", "Q2", "yes", "35"),
        answer("M1", "R", "Q1", "yes", "40"),
        answer("M2", "P", "Q1", "(too few to show)", "1"),
        answer("M2", "P", "Q2", "yes", "16"));
    given("meeting_engagement", row("meeting_key", "M1", "poll_respondents", "60"));
    assertThat(rows("poll-results-meetings"))
        .containsExactly(
            "Rates,2026-10-01,zoom,80,60,0.75,2,3,0", "Rates,2026-10-01,zoom,80,16,0.2,1,2,1");
    assertThat(rows("poll-results-answers"))
        .hasSize(6)
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains("M2,Rates,", ",not shown: fewer than 2 people answered,hidden,"));
  }

  @Test
  @DisplayName(
      "one reason of one person and the next smallest are one line; a cap tells from when it is"
          + " over")
  void leaveAlone() throws IOException {
    given(
        "contact_suppression",
        suppressed("A", "opted_out", "all", null),
        suppressed("B", "opted_out", "all", null),
        suppressed("C", "opted_out", "all", null),
        suppressed("A", "capped", "email", "2026-11-30"),
        suppressed("B", "capped", "email", "2026-11-24"),
        suppressed("C", "capped", "email", "2026-11-26"),
        suppressed("A", "ceased", "publications", null),
        suppressed("B", "ceased", "publications", null),
        suppressed("A", "ended", "all", null));
    assertThat(rows("campaigns-events-leave-alone"))
        .containsExactly(
            "capped,email,3,2026-11-25,false",
            "opted_out,all,3,null,false",
            "other,all,2,null,false");
  }

  @Test
  @DisplayName("campaigns as a whole and their parts apart; one that is hidden whole says so")
  void campaigns() throws IOException {
    given(
        "campaign_results",
        result("K1", "all", "40"),
        result("K1", "New", "30"),
        result("K1", "other", "10"),
        result("K2", "all", null),
        result("K3", "all", "90"));
    assertThat(rows("campaigns-events-campaigns"))
        .extracting(row -> row.replaceAll("(null,)+", "_,"))
        .containsExactly("K3,_,90,_,false", "K1,_,40,_,false", "K2,_,true");
    assertThat(rows("campaigns-events-parts"))
        .extracting(row -> row.replaceAll("(null,)+", "_,"))
        .containsExactly("K1,email,New,30,_,false", "K1,other,other,10,_,false");
  }

  @Test
  @DisplayName("events and credits in their order, the hidden ones last")
  void eventsAndCredits() throws IOException {
    given(
        "event_attendance",
        row(
            "event_id",
            "E1",
            "event_name",
            "Old",
            "event_date",
            "2026-01-01",
            "registrations",
            "9"),
        row("event_id", "E2", "event_name", "New", "event_date", "2026-10-01"));
    assertThat(rows("campaigns-events-events"))
        .extracting(row -> row.replaceAll("(null,)+", "_,"))
        .containsExactly("New,2026-10-01,_,true", "Old,2026-01-01,_,9,_,false");
    given(
        "campaign_attribution",
        row("campaign_id", "K1", "campaign_name", "Hidden", "suppressed", "true"),
        row(
            "campaign_id",
            "K2",
            "campaign_name",
            "Shown",
            "orders_linear",
            "2.25",
            "amount_linear",
            "70",
            "suppressed",
            "false"));
    assertThat(rows("campaigns-events-credits"))
        .extracting(row -> row.replaceAll("(null,)+", "_,"))
        .containsExactly("Shown,_,2.3,70.00,false", "Hidden,_,true");
  }

  private static Map<String, String> suppressed(
      String key, String reason, String channel, String until) {
    return row(
        "contact_key",
        key,
        "reason",
        reason,
        "channel",
        channel,
        "since",
        "2026-01-01",
        "until",
        until);
  }

  private static Map<String, String> bound(
      String key, String reason, String channel, String level, String others, String until) {
    return row(
        "contact_key",
        key,
        "reason",
        reason,
        "channel",
        channel,
        "level",
        level,
        "other_contacts",
        others,
        "until",
        until);
  }

  private static Map<String, String> result(String campaign, String segment, String contacts) {
    return row(
        "campaign_id",
        campaign,
        "campaign_name",
        campaign,
        "channel",
        segment.equals("New") ? "email" : segment,
        "segment",
        segment,
        "contacts",
        contacts,
        "suppressed",
        String.valueOf(contacts == null));
  }

  private static Map<String, String> value(String segment, String spend, String previous) {
    return Map.of("segment", segment, "spend_12m", spend, "spend_previous_12m", previous);
  }

  private static Map<String, String> mix(
      String customer, String service, String usps, String competitor, String leader) {
    return row(
        "customer_key",
        customer,
        "service",
        service,
        "month",
        "2026-10-01",
        "usps_spend",
        usps,
        "competitor_spend",
        competitor == null ? "0" : competitor,
        "leading_competitor",
        leader,
        "share_gap",
        competitor == null ? "no_competitor_data" : null);
  }

  private static Map<String, String> need(String customer, String rank, String kind, String worth) {
    return row(
        "customer_key",
        customer,
        "rank",
        rank,
        "need_name",
        kind,
        "expected_value",
        worth,
        "score",
        "0.5");
  }

  private static Map<String, String> answer(
      String meeting, String poll, String question, String answer, String respondents) {
    String rate = respondents == null ? null : String.valueOf(Integer.parseInt(respondents) / 80.0);
    return row(
        "meeting_key",
        meeting,
        "meeting_topic",
        "Rates",
        "meeting_date",
        "2026-10-01",
        "platform",
        "zoom",
        "poll_title",
        poll,
        "question",
        question,
        "answer",
        answer,
        "attendees",
        "80",
        "answer_kind",
        answer.startsWith("(") ? "hidden" : "choice",
        "share",
        answer.startsWith("(") ? null : "0.5",
        "respondents",
        respondents,
        "response_rate",
        rate);
  }

  private static Map<String, String> row(String... columnsAndValues) {
    Map<String, String> row = new java.util.HashMap<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put(columnsAndValues[i], columnsAndValues[i + 1]);
    }
    return row;
  }

  @SafeVarargs
  private void given(String mart, Map<String, String>... rows) {
    ModelCase given =
        new ModelCase(
            "",
            PARAMETERS.asOf(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(mart, Arrays.asList(rows)),
            List.of());
    GivenRows.of(catalog.table(mart), given).createOrReplaceTempView(mart);
  }

  private static List<String> rows(String query) throws IOException {
    try (InputStream text =
        ReportQueriesTest.class.getResourceAsStream("/sql/reports/" + query + ".sql")) {
      return SharedSpark.session()
          .sql(new String(text.readAllBytes(), StandardCharsets.UTF_8), PARAMETERS.named())
          .collectAsList()
          .stream()
          .map(ReportQueriesTest::line)
          .toList();
    }
  }

  private static String line(Row row) {
    return java.util.stream.IntStream.range(0, row.size())
        .mapToObj(row::get)
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }
}
