package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ReadRows;
import org.recordlake.testing.TestRun;

/** Every business format through the whole ingest at once. */
class BusinessFilesTest {
  private static final List<String> FIXTURES =
      List.of(
          "order-lines.csv",
          "usaspending-modern.csv",
          "payments.ach",
          "mailchimp-subscribed.csv",
          "hubspot-contacts.csv",
          "salesforce-accounts.csv",
          "salesforce-contacts.csv",
          "salesforce-campaign-members.csv",
          "bank-marketing.csv",
          "naics.csv",
          "psc.csv");

  @TempDir Path folder;

  @Test
  void everyRowOfEveryFileIsAccountedForAndNoAccountNumberIsInTheClear() throws IOException {
    TestRun run = new TestRun(folder).with("ingest.maxQuarantinedShare", "0.5");
    FIXTURES.forEach(name -> run.drop("drop/" + name, ReadRows.fixture("business/" + name)));
    JobResult result = run.run(new Ingest());
    assertThat(result.problems()).isEmpty();
    assertThat(
            run.table("ingested_files")
                .where(
                    "rows_read <> stored + updated + duplicate + quarantined + expired_on_arrival"
                        + " + outside_catalogue")
                .count())
        .isZero();
    assertThat(balances(run))
        .containsExactlyInAnyOrder(
            "[order-lines,sales_orders,7,5,0,1,1,0,0]",
            "[usaspending-transactions,supplier_contract_actions,5,5,0,0,0,0,0]",
            "[usaspending-transactions,supplier_contracts,5,2,1,2,0,0,0]",
            "[nacha-ach,payments,16,6,0,0,0,0,10]",
            "[mailchimp-subscribed,publication_subscriptions,2,2,0,0,0,0,0]",
            "[hubspot-contacts,contacts,4,4,0,0,0,0,0]",
            "[salesforce-accounts,customer_identifiers,1,1,0,0,0,0,0]",
            "[salesforce-accounts,customers,2,2,0,0,0,0,0]",
            "[salesforce-contacts,contacts,1,1,0,0,0,0,0]",
            "[salesforce-campaign-members,campaign_contacts,2,2,0,0,0,0,0]",
            "[bank-marketing,campaign_contacts,4,3,0,0,1,0,0]",
            "[naics,classification_codes,4,4,0,0,0,0,0]",
            "[psc,classification_codes,2,2,0,0,0,0,0]");
    Row paid = run.table("payments").where("party_name = 'PAT INVENTED'").first();
    assertThat(paid.<String>getAs("account_number_last4")).isEqualTo("6789");
    assertThat(paid.<String>getAs("memo"))
        .isEqualTo("INVOICE 4711, CALL WITH CARD [card number ending 1111]");
    for (String zone : List.of("records", "governance")) {
      assertThat(holding(run.lakeFolder().resolve(zone), "0044556677", "GB29NWBK60161331926819"))
          .isEmpty();
    }
  }

  @Test
  void whoeverUnsubscribesLeavesTheListByTheNextRetention() {
    TestRun run = new TestRun(folder);
    run.drop("mail/a.csv", ReadRows.fixture("business/mailchimp-subscribed.csv")).run(new Ingest());
    run.drop("mail/b.csv", ReadRows.fixture("business/mailchimp-unsubscribed.csv"))
        .drop("mail/c.csv", ReadRows.fixture("business/mailchimp-cleaned.csv"))
        .run(new Ingest());
    assertThat(
            run.table("publication_subscriptions")
                .select("subscription_id", "ceased_on", "due_on")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[MC-5001,2026-11-20,2026-11-20]", "[MC-5002,2026-11-19,2026-11-19]");
  }

  @Test
  void anAchFileThatDoesNotAddUpIsRefusedWholeAndSaysWhy() {
    String file = new String(ReadRows.fixture("business/payments.ach"), StandardCharsets.US_ASCII);
    TestRun run = new TestRun(folder);
    JobResult result =
        run.drop(
                "bank/p.ach",
                file.replace("0055376021", "0055376022").getBytes(StandardCharsets.US_ASCII))
            .run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(result.problems().get(0).toString()).contains("entry hash of the batch control");
    assertThat(run.table("payments").count()).isZero();
  }

  @Test
  void aFileThatShowsVerificationCodesLeavesNoneInTheLakeNotEvenInItsCopy() throws IOException {
    TestRun run = new TestRun(folder).with("ingest.maxQuarantinedShare", "1");
    run.drop(
        "finance/p.csv",
        "payment_id,customer_id,method,paid_on,amount,card_number,card_verification_code",
        "P1,C-000001,card,2026-11-01,10.00,4111111111111111,98765432",
        "P2,C-000001,card,2026-11-01,broken,4111111111111111,98765432");
    run.drop(
        "shop/o.csv",
        "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,Track 2",
        "1,A,1,2026-11-01,1.00,;4111111111111111=98765432?",
        "2,A,none,2026-11-01,1.00,;4111111111111111=98765432?");
    run.drop("odd/u.json", "{\"holder\": \"x\", \"cvv\": \"98765432\"}");
    run.run(new Ingest());
    assertThat(run.table("sales_orders").count()).isEqualTo(1);
    assertThat(run.table("quarantine").where("row_no > 0").count()).isEqualTo(3);
    assertThat(holding(run.lakeFolder(), "98765432")).isEmpty();
    for (Row row : run.table("quarantine").where("row_no > 0").collectAsList()) {
      assertThat(run.context().protector().unseal(row.getAs("raw_sealed")))
          .doesNotContain("98765432");
    }
  }

  private static List<String> balances(TestRun run) {
    return run
        .table("ingested_files")
        .select(
            "format",
            "table_name",
            "rows_read",
            "stored",
            "updated",
            "duplicate",
            "quarantined",
            "expired_on_arrival",
            "outside_catalogue")
        .collectAsList()
        .stream()
        .map(row -> row.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<Path> holding(Path folder, String... texts) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(texts).anyMatch(text -> contains(file, text)))
          .toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
