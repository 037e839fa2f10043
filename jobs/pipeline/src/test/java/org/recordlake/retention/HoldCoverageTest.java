package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;

/**
 * A hold covers what leads to what it names, and nothing besides: a lake in which every row is past
 * its day, after a disposal and the check of it.
 */
class HoldCoverageTest {
  private static final String TODAY = "2026-11-22";
  private static final String OLD = "2020-01-01";

  @TempDir static Path folder;

  private static SmallLake lake;
  private static JobResult purged;

  @BeforeAll
  static void disposal() {
    lake = new SmallLake(folder);
    place("customer_id", "C-held");
    place("where", "table payments and date 2019-01-01..2019-12-31");
    place("where", "email \"Jane@Example.org \"");
    place("where", "host_email Boss@x.gov and date 2020-02-01..2020-02-29 and category 9");
    place("where", "host_name \"ana  DIAZ\"");
    customers("C-held", "C-twin", "C-free", "C-paid", "C-mail");
    meetings();
    links();
    lake.store(
        "contacts",
        Map.of("contact_id", "K-mail", "customer_id", "C-mail", "other_email", "jane@EXAMPLE.org"),
        Map.of("contact_id", "K-twin", "customer_id", "C-twin"),
        Map.of("contact_id", "K-free", "customer_id", "C-free"));
    lake.store("sales_calls", call("S-mail", "C-mail"), call("S-free", "C-free"));
    lake.store(
        "supplier_contracts",
        Map.of("award_key", "A-held", "customer_id", "C-held", "current_end_on", OLD),
        Map.of("award_key", "A-free", "customer_id", "C-free", "current_end_on", OLD));
    lake.store(
        "supplier_contract_actions",
        Map.of("award_key", "A-held", "modification_number", "0"),
        Map.of("award_key", "A-free", "modification_number", "0"));
    lake.store(
        "payments",
        payment("P-2019", "2019-05-05"),
        payment("P-2018", "2018-12-31"),
        payment("P-2020", OLD));
    lake.run(TODAY, new RetentionDelete());
    later();
    lake.run(TODAY, new RetentionDelete());
    purged = lake.run(TODAY, new RetentionPurge());
  }

  /** Rows that come, and a link that is found, after the hold was placed and rows had gone. */
  private static void later() {
    lake.store("meetings", meeting("M-late", OLD, "Nobody", "n@x.gov"));
    lake.store("meeting_participants", participant("M-late", "p", OLD));
    lake.store("device_usage", device("M-late", "p"));
    lake.store("identity_links", link("meeting_participants", "M-late/p", "C-held", "matched"));
    lake.store("contacts", Map.of("contact_id", "K-late", "customer_id", "C-twin"));
  }

  @Test
  void theCheckAfterTheDisposalAgreesWithTheDeleter() {
    assertThat(purged.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(purged.problems()).isEmpty();
    assertThat(lake.dispositions()).extracting(row -> row.getAs("state")).containsOnly("certified");
  }

  @Test
  void rowsThatALinkTiesToAHeldCustomerStayAndThoseOfALinkTakenBackGo() {
    assertThat(keys("meeting_participants", "meeting_id", "participant_id"))
        .contains("M-1/p-linked", "M-1/p-review", "M-late/p")
        .doesNotContain("M-1/p-other", "M-2/p", "M-3/p");
    assertThat(keys("poll_responses", "respondent_key")).containsExactly("r-confirmed");
  }

  @Test
  void rowsOfACustomerLinkedAsTheSameStay() {
    assertThat(lake.keys("customers")).contains("C-held", "C-twin").doesNotContain("C-free");
    assertThat(lake.keys("contacts")).contains("K-twin", "K-late").doesNotContain("K-free");
  }

  @Test
  void childrenOfAHeldRowStayAlthoughTheyNameNobody() {
    assertThat(keys("device_usage", "meeting_id", "participant_id"))
        .containsExactly("M-1/p-linked", "M-1/p-review", "M-ana/p", "M-late/p");
    assertThat(lake.keys("meeting_media")).containsExactly("media-linked");
    assertThat(lake.keys("supplier_contract_actions")).containsExactly("A-held");
  }

  @Test
  void theRowFromWhichAHeldRowCountsItsDateStaysAlone() {
    assertThat(lake.keys("meetings"))
        .contains("M-1", "M-2", "M-late", "M-boss")
        .doesNotContain("M-3", "M-boss-later");
    assertThat(lake.keys("customers")).contains("C-paid");
    assertThat(lake.keys("payments")).containsExactly("P-2019");
  }

  @Test
  void anAddressHoldsTheCustomerWhoseContactHasIt() {
    assertThat(lake.keys("customers")).contains("C-mail");
    assertThat(lake.keys("contacts")).contains("K-mail");
    assertThat(lake.keys("sales_calls")).containsExactly("S-mail");
  }

  @Test
  void allTermsOfAScopeMustFit() {
    assertThat(keys("meeting_participants", "meeting_id", "participant_id"))
        .contains("M-boss/p")
        .doesNotContain("M-boss-later/p");
    assertThat(keys("device_usage", "meeting_id")).doesNotContain("M-boss", "M-boss-later");
  }

  @Test
  void aNameIsTheSameInOtherLettersAndSpaces() {
    assertThat(lake.keys("meetings")).contains("M-ana");
    assertThat(keys("meeting_participants", "meeting_id", "participant_id")).contains("M-ana/p");
  }

  @Test
  void noValueHeldStandsInADeltaLog() throws Exception {
    for (String value : List.of("C-held", "jane@", "boss@", "ana  DIAZ", "Diaz")) {
      assertThat(org.recordlake.testing.Bytes.filesContaining(lake.folder(), value))
          .noneMatch(file -> file.toString().contains("_delta_log"));
    }
  }

  private static void meetings() {
    lake.store(
        "meetings",
        meeting("M-1", OLD, "Nobody", "n@x.gov"),
        meeting("M-2", OLD, "Nobody", "n@x.gov"),
        meeting("M-3", OLD, "Nobody", "n@x.gov"),
        meeting("M-boss", "2020-02-29", "The Boss", "boss@X.gov"),
        meeting("M-boss-later", "2020-03-01", "The Boss", "boss@x.gov"),
        meeting("M-ana", OLD, "Ana Diaz", "a@x.gov"));
    lake.store(
        "meeting_participants",
        participant("M-1", "p-linked", OLD),
        participant("M-1", "p-review", OLD),
        participant("M-1", "p-other", OLD),
        participant("M-2", "p", OLD),
        participant("M-3", "p", OLD),
        participant("M-boss", "p", "2020-02-29"),
        participant("M-boss-later", "p", "2020-03-01"),
        participant("M-ana", "p", OLD));
    lake.store(
        "device_usage",
        device("M-1", "p-linked"),
        device("M-1", "p-review"),
        device("M-1", "p-other"),
        device("M-boss", "p"),
        device("M-boss-later", "p"),
        device("M-ana", "p"));
    lake.store(
        "meeting_media",
        Map.of("media_id", "media-linked", "meeting_id", "M-1", "participant_id", "p-linked"),
        Map.of("media_id", "media-other", "meeting_id", "M-1", "participant_id", "p-other"));
    lake.store("poll_responses", answer("r-confirmed"), answer("r-split"));
  }

  private static void links() {
    lake.store(
        "identity_links",
        link("meeting_participants", "M-1/p-linked", "C-held", "matched"),
        link("meeting_participants", "M-1/p-review", "C-held", "review"),
        link("meeting_participants", "M-1/p-other", "C-free", "matched"),
        link("poll_responses", "M-2/r-confirmed", "C-held", "confirmed"),
        link("poll_responses", "M-2/r-split", "C-held", "split"),
        link("customers", "C-twin", "C-held", "confirmed"));
  }

  private static void customers(String... ids) {
    for (String id : ids) {
      lake.store("customers", Map.of("customer_id", id, "relationship_ended_on", OLD));
    }
  }

  private static Map<String, Object> meeting(String id, String day, String host, String email) {
    return Map.of("meeting_id", id, "meeting_date", day, "host_name", host, "host_email", email);
  }

  private static Map<String, Object> participant(String meeting, String id, String day) {
    return Map.of("meeting_id", meeting, "participant_id", id, "meeting_date", day);
  }

  private static Map<String, Object> device(String meeting, String participant) {
    return Map.of("meeting_id", meeting, "participant_id", participant);
  }

  private static Map<String, Object> answer(String respondent) {
    return Map.of("meeting_id", "M-2", "respondent_key", respondent, "poll_id", respondent);
  }

  private static Map<String, Object> call(String id, String customer) {
    return Map.of("call_id", id, "customer_id", customer);
  }

  private static Map<String, Object> payment(String id, String day) {
    return Map.of("payment_id", id, "customer_id", "C-paid", "method", "check", "paid_on", day);
  }

  private static Map<String, Object> link(String table, String key, String who, String status) {
    Map<String, Object> link = new HashMap<>();
    link.put("link_id", table + key);
    link.put("table_name", table);
    link.put("row_key", key);
    link.put("customer_id", who);
    link.put("status", status);
    return link;
  }

  private static Set<String> keys(String table, String... columns) {
    Column key =
        concat_ws("/", List.of(columns).stream().map(functions::col).toArray(Column[]::new));
    TreeSet<String> keys = new TreeSet<>();
    lake.lake()
        .read(table)
        .where(col(columns[0]).isNotNull())
        .select(key)
        .collectAsList()
        .forEach(row -> keys.add(row.getString(0)));
    return keys;
  }

  private static void place(String column, String value) {
    lake.run(
        "2026-01-01",
        new PlaceHold(
            new HoldOrder(
                Optional.empty(),
                "Matter",
                column,
                value,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "Office")));
  }
}
