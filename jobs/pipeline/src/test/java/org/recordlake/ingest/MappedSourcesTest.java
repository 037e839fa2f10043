package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.testing.MadeWorkbook;
import org.recordlake.testing.ReadRows;
import org.recordlake.testing.TestRun;

/** Sources that the configuration describes. */
class MappedSourcesTest {
  private static final String[] CALLS = {
    "folder: hotline",
    "zone: Europe/Berlin",
    "form: csv",
    "header: [Nummer, Kunde, Tag, Bearbeiter, Ergebnis, Notiz]",
    "dates: day_first",
    "tables:",
    "  - table: sales_calls",
    "    columns:",
    "      call_id: Nummer",
    "      customer_id: Kunde",
    "      called_on: Tag",
    "      employee_name: Bearbeiter",
    "      outcome: {from: Ergebnis, values: {Angebot: quoted}, otherwise: no_answer}",
    "      notes: Notiz"
  };

  @TempDir Path folder;

  @Test
  void aMappedFileWithTitleForeignDatesAndWindowsLettersIsTakenIn() {
    TestRun run = new TestRun(folder).source("hotline", CALLS);
    String text =
        "Anrufbericht\r\nNummer;Kunde;Tag;Bearbeiter;Ergebnis;Notiz\r\n"
            + "A1;C-1;09.08.2026;Jörg Müller;Angebot;PIN: 4711 genannt\r\n"
            + "A2;C-2;31.02.2026;Jörg Müller;;\r\n"
            + "A3;C-2;10/8/2026;Jörg Müller;;\r\n"
            + "A4;C-2;11.8.26;Jörg Müller;;\r\n"
            + "A5;C-2;12-Aug-2026;Jörg Müller;;\r\n"
            + "A6;C-2;2026-08-13;Jörg Müller;;\r\n";
    JobResult result =
        run.drop("hotline/a.csv", text.getBytes(Charset.forName("windows-1252"))).run(new Ingest());
    assertThat(result.problems()).isEmpty();
    assertThat(result.counts())
        .containsEntry("read", 7L)
        .containsEntry("stored", 5L)
        .containsEntry("quarantined", 1L)
        .containsEntry("outside_catalogue", 1L);
    assertThat(
            rows(run, "sales_calls", "call_id", "called_on", "employee_name", "outcome", "notes"))
        .contains(
            "[A1,2026-08-09,Jörg Müller,quoted,PIN: [code] genannt]",
            "[A3,2026-08-10,Jörg Müller,no_answer,null]",
            "[A4,2026-08-11,Jörg Müller,no_answer,null]");
  }

  @Test
  void eachColumnOfAQuestionGivesARowForItsAnswer() {
    TestRun run =
        new TestRun(folder)
            .source(
                "voters",
                "form: csv",
                "header: [Date (UTC), Session, Voter]",
                "zone: UTC",
                "tables:",
                "  - table: poll_responses",
                "    beside: [Date (UTC), Session, Voter]",
                "    columns:",
                "      meeting_id: {key: [Session]}",
                "      meeting_date: Date (UTC)",
                "      poll_id: '{number}'",
                "      question_no: {value: '1'}",
                "      question: '{column}'",
                "      question_kind: {value: text}",
                "      respondent_key: {key: [Session, Voter]}",
                "      answer_no: {value: '1'}",
                "      answer: '{cell}'",
                "      answered_at: Date (UTC)",
                "      anonymous: {value: 'true'}");
    JobResult result =
        run.drop(
                "votes/a.csv",
                "Date (UTC),Session,Voter,Which rate?,What is your PIN?,CVV,Else",
                "2026-10-02 14:00:01,1,1,First,4711,123,\"more, please\"",
                "2026-10-02 14:00:05,1,2,Second,,,",
                "2026-10-02 14:00:09,1,3,,,,")
            .run(new Ingest());
    assertThat(result.problems()).isEmpty();
    assertThat(rows(run, "poll_responses", "poll_id", "question", "answer"))
        .containsExactlyInAnyOrder(
            "[1,Which rate?,First]",
            "[2,What is your PIN?,[code]]",
            "[4,Else,more, please]",
            "[1,Which rate?,Second]");
    assertThat(result.counts()).containsEntry("read", 5L).containsEntry("outside_catalogue", 1L);
  }

  @Test
  void aListOfObjectsHasNoColumnsBesideOthers() {
    TestRun run =
        new TestRun(folder)
            .source(
                "voters",
                "folder: votes",
                "form: json",
                "tables:",
                "  - table: sales_calls",
                "    beside: [Nummer]",
                "    columns:",
                "      call_id: Nummer",
                "      customer_id: Kunde",
                "      called_on: Tag",
                "      employee_name: Bearbeiter",
                "      outcome: '{cell}'",
                "      notes: '{column}'");
    assertThatThrownBy(() -> run.drop("votes/a.json", "[]").run(new Ingest()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("json has no columns beside others");
  }

  @Test
  void jsonWorkbookAndTabsAreMappedAlikeAndAKeyIsMadeWhereThereIsNone() {
    String[] columns = {
      "tables:",
      "  - table: sales_orders",
      "    columns:",
      "      order_id: order.no",
      "      line_no: {key: [order.no, sku]}",
      "      order_date: {from: day, forms: [dd/MM/uuuu]}",
      "      customer_id: buyer",
      "      service: sku",
      "      quantity: qty",
      "      unit_price: price",
      "      cancelled: {value: 'false'}"
    };
    TestRun run =
        new TestRun(folder)
            .source(
                "till-json",
                with(
                    columns,
                    "folder: till-json",
                    "form: json",
                    "items: data.lines",
                    "decimal: comma"))
            .source("till-tsv", with(columns, "folder: till-tsv", "form: tsv", "decimal: comma"))
            .source("till-xlsx", with(columns, "folder: till-xlsx", "decimal: comma"));
    run.drop(
        "till-json/a.json",
        "{\"data\": {\"lines\": [{\"order\": {\"no\": \"R1\"}, \"day\": \"01/02/2026\", \"buyer\": null,",
        "\"sku\": \"S1\", \"qty\": 2, \"price\": \"1.234,50\", \"cvv\": \"987\"}]}}");
    run.drop(
        "till-tsv/a.txt",
        "order.no\tday\tbuyer\tsku\tqty\tprice",
        "R2\t01/02/2026\tC-1\tS1\t2\t1,5");
    run.drop(
        "till-xlsx/a.xlsx",
        MadeWorkbook.of(
            List.of(
                List.of("order.no", "day", "buyer", "sku", "qty", "price"),
                List.of("R3", "01/02/2026", "", "S1", 2, "0,75"))));
    JobResult result = run.run(new Ingest());
    assertThat(result.counts()).containsEntry("stored", 3L);
    assertThat(rows(run, "sales_orders", "order_id", "order_date", "customer_id", "unit_price"))
        .containsExactlyInAnyOrder(
            "[R1,2026-02-01,null,1234.5000]",
            "[R2,2026-02-01,C-1,1.5000]",
            "[R3,2026-02-01,null,0.7500]");
  }

  @Test
  void aLandingFolderMayPinLayoutDayAndConstants() {
    TestRun run =
        new TestRun(folder)
            .source(
                "newsletter",
                "folder: newsletter",
                "layout: mailchimp-subscribed",
                "constants: {publication: Mail Matters, list: spring}")
            .source(
                "bank",
                "folder: bank",
                "layout: bank-marketing",
                "exported_on: 2024-12-31",
                "constants: {campaign_id: K-7}");
    run.drop("newsletter/m.csv", ReadRows.fixture("business/mailchimp-subscribed.csv"));
    run.drop("newsletter/o.csv", ReadRows.fixture("business/order-lines.csv"));
    run.drop("bank/b.csv", ReadRows.fixture("business/bank-marketing.csv"));
    JobResult result = run.with("ingest.maxQuarantinedShare", "0.5").run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(result.problems()).hasSize(1).first().asString().contains("no known layout");
    assertThat(rows(run, "publication_subscriptions", "publication", "list"))
        .containsExactly("[Mail Matters,spring]", "[Mail Matters,spring]");
    assertThat(rows(run, "campaign_contacts", "campaign_id", "contacted_on"))
        .contains("[K-7,2024-05-05]", "[K-7,2024-02-29]", "[K-7,2024-11-30]");
  }

  @Test
  void everyMistakeOfASourceIsToldAtOnceWithPlaceAndMend() {
    TestRun run =
        new TestRun(folder)
            .source(
                "wrong",
                "zone: Nowhere/Land",
                "layout: telex",
                "colour: blue",
                "header: [a]",
                "tables:",
                "  - table: payments",
                "    columns:",
                "      payment_id: b",
                "      card_verification_code: a",
                "      shoe_size: a",
                "      paid_on: {from: a, forms: [jjj]}",
                "  - table: ghosts",
                "    columns: {x: a}");
    assertThatThrownBy(() -> run.run(new Ingest()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
              assertThat(failure.problems().toString())
                  .contains("zone: expected a time zone")
                  .contains("there is no layout 'telex'")
                  .contains("colour: unknown key")
                  .contains("the header has no field 'b'")
                  .contains("card_verification_code: must never be kept")
                  .contains("payments has no such column")
                  .contains("forms: is no form of a date or time")
                  .contains("amount: missing, and may not be empty")
                  .contains("files are not taken into a table 'ghosts'");
            });
  }

  private static String[] with(String[] columns, String... first) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(first), java.util.Arrays.stream(columns))
        .toArray(String[]::new);
  }

  private static List<String> rows(TestRun run, String table, String first, String... more) {
    return run.table(table).select(first, more).collectAsList().stream()
        .map(Row::toString)
        .toList();
  }

  @Test
  void aFolderMaySayThatItsDatesPutTheDayFirstWhateverTheLayoutIsUsedTo() {
    TestRun run =
        new TestRun(folder)
            .source("shop-uk", "folder: shop-uk", "layout: order-lines", "dates: day_first")
            .source("teams-uk", "folder: teams-uk", "dates: day_first");
    String header =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    String line = "9001,1,LANTERN,1,05/11/2026 08:26,2.55,C-000001,United Kingdom\n";
    String other = line.replace("9001", "9002");
    String teams = "Full Name\tUser Action\tTimestamp\nAda Byrd\tJoined\t05/11/2026, 09:30:17\n";
    run.drop("shop-uk/a.csv", (header + line).getBytes(StandardCharsets.UTF_8))
        .drop("shop-us/a.csv", (header + other).getBytes(StandardCharsets.UTF_8))
        .drop("teams-uk/a.csv", teams.getBytes(StandardCharsets.UTF_8));
    assertThat(run.run(new Ingest()).problems()).isEmpty();
    assertThat(rows(run, "sales_orders", "order_id", "order_date"))
        .containsExactlyInAnyOrder("[9001,2026-11-05]", "[9002,2026-05-11]");
    assertThat(rows(run, "meeting_participants", "meeting_date")).containsExactly("[2026-11-05]");
  }
}
