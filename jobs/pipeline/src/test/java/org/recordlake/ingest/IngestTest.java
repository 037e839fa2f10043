package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.lake.MediaZone;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.Bytes;
import org.recordlake.testing.TestRun;

class IngestTest {
  private static final String EVENTS = "event_id,name,kind,starts_on,ends_on,venue,city";
  private static final String ORDERS =
      "order_id,line_no,order_date,customer_id,service,description,quantity,unit_price,channel,cancelled";

  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void lake() {
    run = new TestRun(folder);
  }

  @Test
  void goodRowsAreStoredWithTheirSourceFileAndDay() {
    JobResult result =
        run.drop(
                "events/a.csv", EVENTS, "E1,Open house,open_house,2026-05-01,2026-05-02,Hall,Omaha")
            .run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.counts()).containsEntry("read", 1L).containsEntry("stored", 1L);
    Row row = run.table("events").collectAsList().get(0);
    assertThat(row.<String>getAs("name")).isEqualTo("Open house");
    assertThat(row.<Object>getAs("recorded_on")).hasToString("2026-11-22");
    assertThat(row.<String>getAs("ingested_file")).hasSize(64);
    assertThat(row.<Object>getAs("due_on")).hasToString("2029-05-02");
  }

  @Test
  void theSameBytesAreNeverTakenTwiceWhateverTheFileIsCalled() {
    run.drop("events/a.csv", EVENTS, "E1,Open house,open_house,2026-05-01,2026-05-02,,")
        .run(new Ingest());
    JobResult again =
        run.drop("events/b.csv", EVENTS, "E1,Open house,open_house,2026-05-01,2026-05-02,,")
            .run(new Ingest());
    assertThat(again.counts()).containsEntry("files", 0L);
    assertThat(run.table("ingested_files").count()).isEqualTo(1);
  }

  @Test
  void everyKindOfBrokenRowIsSetAsideWithLineColumnAndCode() {
    run.with("ingest.maxQuarantinedShare", "1")
        .drop(
            "sales/orders.csv",
            ORDERS,
            "O1,1,2026-10-01,C-1,letter_mail,x,1,2.50,online,false",
            "O2,1,2026-02-30,C-1,letter_mail,x,1,2.50,online,false",
            "O3,1,2026-10-01,C-1,letter_mail,x,many,2.50,online,false",
            "O4,1,2026-10-01,C-1,,x,1,2.50,online,false",
            "O5,1,2026-10-01,C-1,letter_mail,x,1,2.55555,online,false",
            "O6,1,2026-10-01,C-1,letter_mail,x,1,-1,online,false",
            "O7,1,2026-10-01,C-1,letter_mail,x,1,2.50,pigeon,false",
            "O8,1,2026-10-01,C-1,letter_mail,x,1,2.50,online",
            "O9,1,2026-10-01,C-1,letter_mail,x,1,2.50,online,false,extra",
            "O10,1,2026-10-01,C-1,letter_mail,x,1,2.50,online,perhaps");
    JobResult result = run.run(new Ingest());
    assertThat(result.counts())
        .containsEntry("read", 10L)
        .containsEntry("stored", 1L)
        .containsEntry("quarantined", 9L);
    List<Row> rows =
        run.table("quarantine")
            .orderBy("line")
            .select("line", "column_name", "reason_code")
            .collectAsList();
    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly(
            "[3,order_date,NOT_A_DATE]",
            "[4,quantity,NOT_A_LONG]",
            "[5,service,MISSING]",
            "[6,unit_price,TOO_PRECISE]",
            "[7,unit_price,TOO_SMALL]",
            "[8,channel,NOT_ALLOWED]",
            "[9,row,TOO_FEW_FIELDS]",
            "[10,row,TOO_MANY_FIELDS]",
            "[11,cancelled,NOT_A_BOOLEAN]");
  }

  @Test
  void aQuarantinedRowIsSealedAndCanBeReadBackWithTheKeys() {
    run.with("ingest.maxQuarantinedShare", "1")
        .drop(
            "sales/o.csv",
            ORDERS,
            "O2,1,never,C-1,letter_mail,\"said \"\"hi, there\"\"\",1,2.50,online,false")
        .run(new Ingest());
    String sealed =
        run.table("quarantine").select("raw_sealed").collectAsList().get(0).getString(0);
    assertThat(sealed).doesNotContain("letter_mail");
    assertThat(run.context().protector().unseal(sealed))
        .isEqualTo("O2,1,never,C-1,letter_mail,\"said \"\"hi, there\"\"\",1,2.50,online,false");
  }

  @Test
  void rowsCountAsIfTheyCameOneByOne() {
    run.drop(
        "events/a.csv",
        EVENTS,
        "E1,First,conference,2026-05-01,2026-05-02,,",
        "E1,First,conference,2026-05-01,2026-05-02,,",
        "E1,Second,conference,2026-05-01,2026-05-02,,",
        "E2,Other,conference,2026-05-01,2026-05-02,,");
    run.drop(
        "events/b.csv",
        EVENTS,
        "E1,Second,conference,2026-05-01,2026-05-02,,",
        "E2,Changed,conference,2026-05-01,2026-05-02,,");
    JobResult result = run.run(new Ingest());
    assertThat(result.counts())
        .containsEntry("read", 6L)
        .containsEntry("stored", 2L)
        .containsEntry("updated", 2L)
        .containsEntry("duplicate", 2L);
    assertThat(run.table("events").select("event_id", "name").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[E1,Second]", "[E2,Changed]");
  }

  @Test
  void filesOneByOneAndAllAtOnceGiveTheSameTable(@TempDir Path other) {
    TestRun atOnce = new TestRun(other);
    List<String[]> days =
        List.of(
            new String[] {
              ORDERS,
              "O1,1,2026-10-01,C-1,letter_mail,x,1,2.50,online,false",
              "O2,1,2026-10-01,C-1,returns,y,2,1.50,online,false"
            },
            new String[] {
              ORDERS,
              "O2,1,2026-10-01,C-1,returns,y,3,1.50,online,false",
              "O3,1,2026-10-02,,returns,y,2,1.50,phone,false"
            },
            new String[] {
              ORDERS,
              "O1,1,2026-10-01,C-1,letter_mail,x,1,2.50,online,true",
              "O3,1,2026-10-02,,returns,y,2,1.50,phone,false"
            });
    for (int day = 0; day < days.size(); day++) {
      run.drop("sales/day" + day + ".csv", days.get(day)).run(new Ingest());
      atOnce.drop("sales/day" + day + ".csv", days.get(day));
    }
    atOnce.run(new Ingest());
    assertThat(content(run)).isEqualTo(content(atOnce)).hasSize(3);
    assertThat(totals(run)).isEqualTo(totals(atOnce)).isEqualTo("[6,3,2,1,0,0,0]");
  }

  @Test
  void anOlderVersionThatComesLateDoesNotReplaceTheNewer() {
    String header = "customer_id,kind,customer_name,country,relationship_started_on,updated_on";
    run.drop("crm/a.csv", header, "C-000001,firm,New Name,US,2020-01-01,2026-06-01")
        .run(new Ingest());
    JobResult result =
        run.drop("crm/b.csv", header, "C-000001,firm,Old Name,US,2020-01-01,2026-05-01")
            .run(new Ingest());
    assertThat(result.counts()).containsEntry("duplicate", 1L).containsEntry("updated", 0L);
    assertThat(run.table("customers").select("customer_name").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("New Name");
  }

  @Test
  void rowsPastTheirDayAreCountedAndNotStoredUnlessHeld() {
    run.drop(
        "holds/h.csv",
        "hold_id,matter,scope_column,scope_value,tables,placed_on,placed_by",
        "H-1,Matter,customer_id,C-000002,all,2026-01-01,Counsel");
    run.drop(
        "finance/p.csv",
        "payment_id,customer_id,method,paid_on,amount,account_number",
        "P1,C-000001,ach,2024-11-22,10.00,123456789",
        "P2,C-000001,ach,2024-11-21,10.00,123456789",
        "P3,C-000002,ach,2024-11-21,10.00,123456789");
    JobResult result = run.run(new Ingest());
    assertThat(result.counts()).containsEntry("expired_on_arrival", 1L);
    assertThat(run.table("payments").select("payment_id").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("P1", "P3");
  }

  @Test
  void aLateRowThatEndsAKnownRecordsLifeReplacesItForRetentionToDestroy() {
    String header =
        "subscription_id,publication,list,requested_on,ceased_on,updated_on,customer_id";
    run.drop("marketing/a.csv", header, "S1,News,main,2024-01-01,,2024-01-01,C-000001")
        .run(new Ingest());
    JobResult result =
        run.drop(
                "marketing/b.csv",
                header,
                "S1,News,main,2024-01-01,2026-10-01,2026-10-01,C-000001",
                "S2,News,main,2024-01-01,2026-10-01,2026-10-01,C-000001")
            .run(new Ingest());
    assertThat(result.counts())
        .containsEntry("updated", 1L)
        .containsEntry("expired_on_arrival", 1L);
    assertThat(
            run.table("publication_subscriptions")
                .select("subscription_id", "ceased_on")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[S1,2026-10-01]");
  }

  @Test
  void dependentsOfACustomerWhoseRelationshipEndedLongAgoExpireWithIt() {
    run.drop(
        "crm/c.csv",
        "customer_id,kind,customer_name,country,relationship_started_on,relationship_ended_on,updated_on",
        "C-000001,firm,Gone,US,2015-01-01,2023-11-21,2023-11-21",
        "C-000002,firm,Stays a day,US,2015-01-01,2023-11-22,2023-11-22");
    run.drop(
        "sales/o.csv",
        ORDERS,
        "O1,1,2022-10-01,C-000001,letter_mail,x,1,2.50,online,false",
        "O2,1,2022-10-01,C-000002,letter_mail,x,1,2.50,online,false",
        "O3,1,2022-10-01,C-000003,letter_mail,x,1,2.50,online,false",
        "O4,1,2024-10-01,,letter_mail,x,1,2.50,online,false");
    run.run(new Ingest());
    assertThat(run.table("customers").select("customer_id").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("C-000002");
    assertThat(run.table("sales_orders").select("order_id").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("O2", "O3", "O4");
  }

  @Test
  void paymentNumbersAndFreeTextAreProtectedBeforeTheFirstWrite() throws Exception {
    String card = "4111111111111111";
    run.with("ingest.maxQuarantinedShare", "1")
        .drop(
            "finance/p.csv",
            "payment_id,customer_id,method,paid_on,amount,card_number,card_verification_code",
            "P1,C-000001,card,2026-11-01,10.00," + card + ",",
            "P2,C-000001,card,2026-11-01,10.00,4111111111111112,",
            "P3,C-000001,card,2026-11-01,10.00," + card + ",987")
        .drop(
            "crm/calls.csv",
            "call_id,customer_id,called_on,employee_name,outcome,notes",
            "L1,C-000001,2026-11-01,Pat Doe,quoted,pays with 4111 1111 1111 1111 and cvv 987");
    JobResult result = run.run(new Ingest());
    assertThat(result.counts()).containsEntry("stored", 2L).containsEntry("quarantined", 2L);
    Row payment = run.table("payments").collectAsList().get(0);
    assertThat(payment.<String>getAs("card_number_last4")).isEqualTo("1111");
    assertThat(run.context().protector().unseal(payment.getAs("card_number_sealed")))
        .isEqualTo(card);
    assertThat(run.table("quarantine").select("reason_code").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("NOT_A_CARD_NUMBER", "REFUSED");
    for (Row row : run.table("quarantine").select("raw_sealed").collectAsList()) {
      assertThat(run.context().protector().unseal(row.getString(0))).doesNotContain("987");
    }
    assertThat(run.table("sales_calls").select("notes").collectAsList().get(0).getString(0))
        .isEqualTo("pays with [card number ending 1111] and cvv [code]");
    assertThat(filesContaining(run.lakeFolder().resolve("records"), card)).isEmpty();
    assertThat(filesContaining(run.lakeFolder().resolve("governance"), card)).isEmpty();
  }

  @Test
  void aFileOfNoKnownLayoutIsQuarantinedWholeAndTheOthersGoOn() {
    run.drop("events/letter.txt", "Dear all,", "this is no table.")
        .drop("events/a.csv", EVENTS, "E1,Open house,open_house,2026-05-01,2026-05-02,,");
    JobResult result = run.run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(result.problems())
        .singleElement()
        .asString()
        .contains("no known layout")
        .doesNotContain("letter.txt");
    assertThat(run.table("events").count()).isEqualTo(1);
    assertThat(run.table("quarantine").select("line", "reason_code").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[0,UNKNOWN_LAYOUT]");
    assertThat(run.run(new Ingest()).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aFileWithTooManyBadRowsIsRefusedWhole() {
    run.drop(
        "events/a.csv",
        EVENTS,
        "E1,Good,open_house,2026-05-01,2026-05-02,,",
        "E2,Bad,open_house,soon,2026-05-02,,");
    JobResult result = run.run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(run.table("events").count()).isZero();
    assertThat(result.counts()).containsEntry("read", 2L).containsEntry("quarantined", 2L);
  }

  @Test
  void anUnclosedQuoteRefusesTheFileInsteadOfSwallowingItsRest() {
    run.drop(
        "events/a.csv",
        EVENTS,
        "E1,Good,open_house,2026-05-01,2026-05-02,,",
        "E2,\"Bad,open_house,2026-05-01,2026-05-02,,",
        "E3,Lost,open_house,2026-05-01,2026-05-02,,");
    JobResult result = run.run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(run.table("events").count()).isZero();
  }

  @Test
  void jsonLinesAreReadLikeCsv() {
    run.with("ingest.maxQuarantinedShare", "1")
        .drop(
            "meetings/chat.jsonl",
            "{\"meeting_id\":\"M1\",\"meeting_date\":\"2026-11-01\",\"message_id\":\"1\",\"kind\":\"chat\",\"sent_at\":\"2026-11-01T15:00:00Z\",\"message\":\"hello\"}",
            "{\"meeting_id\":\"M1\",\"meeting_date\":\"2026-11-01\",\"message_id\":\"2\",\"kind\":\"chat\",\"sent_at\":\"2026-11-01T15:00:00Z\",\"message\":\"hello\",\"mood\":\"good\"}",
            "{\"meeting_id\":\"M1\",",
            "",
            "{\"meeting_id\":\"M1\",\"meeting_date\":\"2026-11-01\",\"message_id\":\"3\",\"kind\":\"question\",\"sent_at\":\"2026-11-01T10:00:00-05:00\",\"message\":\"why?\"}");
    JobResult result = run.run(new Ingest());
    assertThat(result.counts())
        .containsEntry("read", 4L)
        .containsEntry("stored", 2L)
        .containsEntry("quarantined", 2L);
    assertThat(run.table("chat_messages").select("sent_at").distinct().count()).isEqualTo(1);
    assertThat(
            run.table("quarantine").orderBy("line").select("line", "reason_code").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[2,UNKNOWN_FIELD]", "[3,MALFORMED_JSON]");
  }

  @Test
  void mediaGoUnderRandomNamesAndOnlyWithConsent() throws Exception {
    run.drop(
            "meetings/participants.csv",
            "meeting_id,meeting_date,participant_id,spell_no,camera_on",
            "M1,2026-11-01,P1,1,true",
            "M1,2026-11-01,P2,1,false",
            "M1,2026-11-01,P3,1,true")
        .run(new Ingest());
    run.with("ingest.maxQuarantinedShare", "1")
        .drop("meetings/media/face.png", "picture".getBytes(StandardCharsets.UTF_8))
        .drop(
            "meetings/media.csv",
            "media_id,meeting_id,meeting_date,kind,participant_id,file_name,camera_on",
            "V1,M1,2026-11-01,webcam_image,P1,face.png,true",
            "V2,M1,2026-11-01,webcam_image,P2,face.png,false",
            "V3,M1,2026-11-01,webcam_image,P3,lost.png,true");
    JobResult result = run.run(new Ingest());
    assertThat(result.counts()).containsEntry("stored", 1L).containsEntry("quarantined", 2L);
    assertThat(run.table("quarantine").orderBy("line").select("reason_code").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("NO_CAMERA_CONSENT", "NO_SUCH_FILE");
    String stored =
        run.table("meeting_media").select("file_name").collectAsList().get(0).getString(0);
    assertThat(stored).matches("[0-9a-f]{32}");
    assertThat(Bytes.filesContaining(run.lakeFolder(), "picture")).isEmpty();
    try (SeekableByteChannel image =
        MediaZone.of(run.context().lake(), run.context().protector()).open(stored)) {
      assertThat(Channels.newInputStream(image)).hasContent("picture");
    }
  }

  @Test
  void anAnonymousAnswerThatNamesItsGiverIsSetAside() {
    run.with("ingest.maxQuarantinedShare", "1")
        .drop(
            "meetings/polls.csv",
            "meeting_id,meeting_date,poll_id,poll_title,question_no,question,question_kind,respondent_key,name,email,answer_no,answer,anonymous",
            "M1,2026-11-01,P1,Lunch,1,Good?,single,r1,,,1,yes,true",
            "M1,2026-11-01,P1,Lunch,1,Good?,single,r2,,pat@example.com,1,yes,true");
    assertThat(run.run(new Ingest()).counts())
        .containsEntry("stored", 1L)
        .containsEntry("quarantined", 1L);
  }

  @Test
  void aRunKilledBeforeItsLedgerWasWrittenIsSimplyRunAgain() throws Exception {
    run.drop(
            "events/a.csv",
            EVENTS,
            "E1,First,conference,2026-05-01,2026-05-02,,",
            "E1,First,conference,2026-05-01,2026-05-02,,")
        .run(new Ingest());
    long version = run.context().lake().version("events");
    deleteFolder(run.lakeFolder().resolve("governance"));
    JobResult again = run.run(new Ingest());
    assertThat(again.counts()).containsEntry("stored", 1L).containsEntry("duplicate", 1L);
    assertThat(run.context().lake().version("events")).isEqualTo(version);
  }

  @Test
  void theBalanceSaysWhatBecameOfFilesAndALaterRunWhatIsStillSetAside() {
    run.drop("events/a.csv", EVENTS, "E1,First,open_house,2026-05-01,2026-05-02,Hall,Omaha")
        .drop("events/b.csv", EVENTS, "E2,Second,open_house,someday,2026-05-02,Hall,Omaha")
        .drop("odd/unknown.txt", "nobody knows this layout");
    List<String> first = run.run(new Ingest()).output();
    assertThat(first)
        .contains(
            "3 files for 1 table: 1 taken in, 1 refused whole, 1 of no known layout, set aside"
                + " unread and so not among the rows above")
        .noneMatch(line -> line.startsWith("unknown") || line.contains("still set aside"));
    List<String> second = run.asOf("2026-11-23").run(new Ingest()).output();
    assertThat(second).hasSize(1);
    assertThat(second.get(0))
        .startsWith("still set aside: 2 whole files and 0 single rows;")
        .contains("recordlake ingest retry", "2027-01-21");
    run.with("ingest.maxQuarantinedShare", "1").run(new IngestRetry());
    assertThat(run.run(new Ingest()).output().get(0))
        .startsWith("still set aside: 1 whole file and 1 single row;");
  }

  @Test
  void droppedFilesStayAndTheLakesCopyIsDestroyedOnItsDay() {
    run.drop("events/a.csv", EVENTS, "E1,First,conference,2026-05-01,2026-05-02,,")
        .run(new Ingest());
    Path copies = run.lakeFolder().resolve("landing").resolve("events");
    assertThat(copies).isDirectoryContaining("glob:**.sealed");
    run.asOf("2026-11-29").run(new Ingest());
    assertThat(copies).isDirectoryContaining("glob:**.sealed");
    run.asOf("2026-11-30").run(new Ingest());
    assertThat(copies).isDirectoryNotContaining("glob:**.sealed");
    assertThat(folder.resolve("landing/events/a.csv")).exists();
  }

  private static List<String> content(TestRun run) {
    return run
        .table("sales_orders")
        .drop("recorded_on", "ingested_file")
        .orderBy("order_id")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private static String totals(TestRun run) {
    return run.table("ingested_files")
        .selectExpr(
            "sum(rows_read)",
            "sum(stored)",
            "sum(updated)",
            "sum(duplicate)",
            "sum(quarantined)",
            "sum(expired_on_arrival)",
            "sum(outside_catalogue)")
        .collectAsList()
        .get(0)
        .toString();
  }

  private static List<Path> filesContaining(Path folder, String text) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> read(file).contains(text)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void deleteFolder(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
