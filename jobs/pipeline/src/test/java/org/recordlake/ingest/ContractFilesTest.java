package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.format.business.UsaSpendingPages;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ReadRows;
import org.recordlake.testing.TestRun;

/** Contracts rolled up from published actions, in three layouts. */
class ContractFilesTest {
  private static final String LEGACY =
      "unique_transaction_id,piid,modnumber,transactionnumber,idvpiid,idvagencyid,agencyid,"
          + "dollarsobligated,effectivedate,currentcompletiondate,vendorname,dunsnumber,"
          + "principalnaicscode,productorservicecode,contractactiontype,reasonformodification";
  private static final String LEGACY_AWARD =
      "t1,P1,0,0,,,2050: INTERNAL REVENUE SERVICE,1000.0000,9/8/2025,9/30/2026,TONER CO.,004496600,"
          + "333315,7510: OFFICE SUPPLIES,B: PURCHASE ORDER,";
  private static final String LEGACY_MORE =
      "t2,P1,1,0,,,2050: INTERNAL REVENUE SERVICE,-250.5000,2/1/2026,12/31/2026,TONER CO.,004496600,"
          + "333315,7510: OFFICE SUPPLIES,B: PURCHASE ORDER,M: OTHER ADMINISTRATIVE ACTION";

  @TempDir Path folder;

  @Test
  void aModernFileGivesEveryActionAndOneContractForEachAward() {
    TestRun run = new TestRun(folder);
    JobResult result =
        run.drop("spend/m.csv", ReadRows.fixture("business/usaspending-modern.csv"))
            .run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(
            rows(run, "supplier_contract_actions", "modification_number", "obligation", "end_on"))
        .containsExactlyInAnyOrder(
            "[0,100000.00,2025-12-31]",
            "[P00001,25000.00,2026-12-31]",
            "[P00002,-2500.00,2027-12-31]",
            "[0,10.10,2026-06-30]",
            "[0/1,5.05,2026-06-30]");
    assertThat(
            rows(
                run,
                "supplier_contracts",
                "award_number",
                "start_on",
                "current_end_on",
                "value",
                "obligated",
                "uei",
                "due_on"))
        .containsExactlyInAnyOrder(
            "[ABC1,2025-01-01,2027-12-31,140000.00,122500.00,QWERTY123456,2030-12-31]",
            "[XYZ9,2026-02-01,2026-06-30,15.15,15.15,ZXCVBN654321,2029-06-30]");
  }

  @Test
  void aLaterFileWithFurtherActionsGivesTheSameContractAsBothAtOnce(@TempDir Path other) {
    TestRun oneByOne = new TestRun(folder);
    oneByOne.drop("spend/a.csv", LEGACY, LEGACY_AWARD).run(new Ingest());
    oneByOne.drop("spend/b.csv", LEGACY, LEGACY_MORE).run(new Ingest());
    TestRun atOnce = new TestRun(other);
    atOnce.drop("spend/a.csv", LEGACY, LEGACY_AWARD).drop("spend/b.csv", LEGACY, LEGACY_MORE);
    atOnce.run(new Ingest());
    TestRun backwards = new TestRun(other.resolve("backwards"));
    backwards.drop("spend/b.csv", LEGACY, LEGACY_MORE).run(new Ingest());
    backwards.drop("spend/c.csv", LEGACY, LEGACY_AWARD).run(new Ingest());
    List<String> expected =
        List.of(
            "[CONT_AWD_P1_2050_-NONE-_-NONE-,P1,004496600,2025-09-08,2026-12-31,749.50,749.50,7510,2026-02-01]");
    for (TestRun run : List.of(oneByOne, atOnce, backwards)) {
      assertThat(
              rows(
                  run,
                  "supplier_contracts",
                  "award_key",
                  "award_number",
                  "duns",
                  "start_on",
                  "current_end_on",
                  "value",
                  "obligated",
                  "product_service_code",
                  "updated_on"))
          .isEqualTo(expected);
    }
  }

  @Test
  void aContractWhoseSourceStatesItsValueIsLeftAlone() {
    TestRun run = new TestRun(folder);
    run.drop(
        "contracts/c.csv",
        "award_key,award_number,supplier_name,start_on,current_end_on,value,updated_on",
        "K1,N1,Sacks Ltd,2026-01-01,2026-12-31,500.00,2026-01-01");
    run.drop(
        "contracts/a.csv",
        "award_key,modification_number,action_on,obligation,end_on",
        "K1,0,2026-01-01,400.00,2027-12-31");
    run.run(new Ingest());
    assertThat(rows(run, "supplier_contracts", "value", "current_end_on", "obligated"))
        .containsExactly("[500.00,2026-12-31,null]");
  }

  @Test
  void actionsOfAnAnswerJoinTheContractThatAFileDescribed() {
    TestRun run = new TestRun(folder);
    run.drop("spend/m.csv", ReadRows.fixture("business/usaspending-modern.csv")).run(new Ingest());
    run.drop(
            "spend/answer.json",
            "{\"page_metadata\": {\"page\": 1}, \"results\": [{",
            "\"id\": \"CONT_TX_9700_-NONE-_ABC1_P00003_-NONE-_0\", \"action_date\": \"2026-05-01\",",
            "\"modification_number\": \"P00003\", \"action_type_description\": \"CLOSE OUT\",",
            "\"federal_action_obligation\": -1200.25}]}")
        .run(new Ingest());
    assertThat(rows(run, "supplier_contracts", "award_number", "obligated", "updated_on"))
        .contains("[ABC1,121299.75,2026-05-01]");
  }

  @Test
  void theRealLegacyExportHas126ActionsOn125Awards() throws IOException {
    Path file = real("contracts/usaspending_treasury_contracts_2016_legacy.csv");
    TestRun run = new TestRun(folder).asOf("2016-12-01");
    JobResult result = run.drop("spend/treasury.csv", Files.readAllBytes(file)).run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.counts()).containsEntry("read", 252L).containsEntry("quarantined", 0L);
    assertThat(run.table("supplier_contract_actions").count()).isEqualTo(126);
    assertThat(run.table("supplier_contracts").count()).isEqualTo(125);
    assertThat(run.table("supplier_contracts").where("duns = '004496600'").count()).isPositive();
    assertThat(
            rows(
                run,
                "supplier_contracts where award_number = 'TIRSE13C00003'",
                "current_end_on",
                "value",
                "product_service_code"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("[2017-09-30,79117.02,");
  }

  @Test
  void theRealAnswerHasThreeActionsOfOneAward() throws IOException {
    Path file = real("contracts/usaspending_api_transactions.json");
    TestRun run = new TestRun(folder);
    run.drop("spend/a.json", Files.readAllBytes(file)).run(new Ingest());
    assertThat(
            rows(
                run, "supplier_contract_actions", "award_key", "modification_number", "obligation"))
        .containsExactlyInAnyOrder(
            "[CONT_AWD_80GSFC18C0008_8000_-NONE-_-NONE-,P00065,1600000.00]",
            "[CONT_AWD_80GSFC18C0008_8000_-NONE-_-NONE-,P00064,1200000.00]",
            "[CONT_AWD_80GSFC18C0008_8000_-NONE-_-NONE-,P00063,282046.29]");
  }

  @Test
  void aBrokenAnswerIsRefusedWithItsReason() {
    TestRun run = new TestRun(folder);
    String text =
        "{\"results\": [{\"id\": \"CONT_TX_1_2_3_4_5_6\", \"modification_number\": \"0\","
            + " \"federal_action_obligation\": 1";
    JobResult result =
        run.drop("spend/a.json", text.getBytes(StandardCharsets.UTF_8)).run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(result.problems().get(0).toString()).contains("JSON text is malformed");
  }

  private static Path real(String name) {
    assumeTrue(ReadRows.real(name).isPresent(), "no real data beside the project");
    return ReadRows.real(name).orElseThrow();
  }

  private static List<String> rows(TestRun run, String tableAndFilter, String... columns) {
    String[] parts = tableAndFilter.split(" where ", 2);
    var rows = run.table(parts[0]);
    return (parts.length > 1 ? rows.where(parts[1]) : rows)
            .select(columns[0], java.util.Arrays.copyOfRange(columns, 1, columns.length))
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList();
  }

  @Test
  void pagesOfAnAnswerOneAfterTheOtherOrInAListAreAllRead() throws IOException {
    byte[] lines = ReadRows.fixture("business/usaspending-pages.json");
    String[] pages = new String(lines, StandardCharsets.UTF_8).strip().split("\n");
    byte[] list = ("[" + String.join(",", pages) + "]").getBytes(StandardCharsets.UTF_8);
    for (byte[] file : List.of(lines, list)) {
      ReadRows read = ReadRows.of(UsaSpendingPages.USASPENDING_JSON, file);
      assertThat(read.tables()).containsExactly("supplier_contract_actions");
      assertThat(read.rows("supplier_contract_actions"))
          .extracting(row -> row.get("modification_number"), row -> row.get("obligation"))
          .containsExactly(tuple("0", "1000"), tuple("P00001", "-250.5"), tuple("P00002", null));
    }
  }
}
