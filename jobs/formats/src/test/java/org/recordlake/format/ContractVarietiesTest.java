package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recordlake.format.business.KnownLayout;
import org.recordlake.format.business.UsaSpendingPages;
import org.recordlake.testing.ReadRows;

/** Downloads of USAspending with fewer columns, with changes, and answers of its search. */
class ContractVarietiesTest {
  private static final String ACTIONS = "supplier_contract_actions";
  private static final String CONTRACTS = "supplier_contracts";

  @Test
  void theKeyOfAnAwardIsTakenFromThatOfTheActionWhereItsColumnWasLeftOut() throws IOException {
    ReadRows read =
        ReadRows.of(
            KnownLayout.USASPENDING_TRANSACTIONS,
            "contract_transaction_unique_key,award_id_piid,modification_number,award_or_idv_flag,action_date,federal_action_obligation,recipient_name,recipient_duns,recipient_uei",
            "9700_-NONE-_N001_P00038_-NONE-_5,N001,P00038,AWARD,2024-09-30 0:00:00,1.5E3,INVENTED CO,4496600,",
            "2036_4732_ORDER1_0_VEHICLE1_0,ORDER1,0,AWARD,2024-09-29,-250.10,INVENTED CO,,abcdef123456",
            "4732_-NONE-_VEHICLE1_0_-NONE-_0,VEHICLE1,0,IDV,2024-09-28,0,INVENTED CO,,");
    assertThat(read.rows(CONTRACTS))
        .extracting(row -> row.get("award_key"))
        .containsExactly(
            "CONT_AWD_N001_9700_-NONE-_-NONE-",
            "CONT_AWD_ORDER1_2036_VEHICLE1_4732",
            "CONT_IDV_VEHICLE1_4732");
    assertThat(read.rows(CONTRACTS).get(0)).containsEntry("duns", "004496600");
    assertThat(read.rows(CONTRACTS).get(1)).containsEntry("uei", "ABCDEF123456");
    assertThat(read.rows(ACTIONS).get(0))
        .containsEntry("modification_number", "P00038")
        .containsEntry("action_on", "2024-09-30")
        .containsEntry("obligation", "1500");
  }

  @Test
  void theKeyOfAnAwardIsMadeFromItsPartsWhereNoKeyIsTold() throws IOException {
    assertThat(
            ReadRows.of(
                    KnownLayout.USASPENDING_TRANSACTIONS,
                    "award_id_piid,modification_number,transaction_number,parent_award_agency_id,parent_award_id,federal_action_obligation,action_date,awarding_sub_agency_code",
                    "ORDER1,1,0,4732,VEHICLE1,10.00,2018-03-01,2036")
                .rows(ACTIONS)
                .get(0))
        .containsEntry("award_key", "CONT_AWD_ORDER1_2036_VEHICLE1_4732");
  }

  @Test
  void earlyKeysWriteWhatThereIsNotInSmallLetters() throws IOException {
    assertThat(
            ReadRows.of(
                    KnownLayout.USASPENDING_TRANSACTIONS,
                    "contract_transaction_unique_key,award_id_piid,modification_number,action_date,federal_action_obligation",
                    "9700_-none-_N001_P00004_-none-_0,N001,P00004,2018-03-01,10.00")
                .rows(ACTIONS)
                .get(0))
        .containsEntry("award_key", "CONT_AWD_N001_9700_-NONE-_-NONE-")
        .containsEntry("modification_number", "P00004");
  }

  @Test
  void anAwardThatIsSummedUpIsAContractWhoseValueIsStated() throws IOException {
    ReadRows read =
        ReadRows.of(
            KnownLayout.USASPENDING_AWARDS,
            "contract_award_unique_key,award_id_piid,total_obligated_amount,current_total_value_of_award,award_base_action_date,award_latest_action_date,period_of_performance_start_date,period_of_performance_current_end_date,recipient_uei,recipient_duns,recipient_name,product_or_service_code,naics_code,prime_award_base_transaction_description",
            "CONT_AWD_N001_9700_-NONE-_-NONE-,N001,100.50,250.00,2025-01-02,2026-03-04,2025-01-10,2027-01-09,ABCDEF123456,,INVENTED CO,R499,541620,ADVICE",
            "CONT_AWD_N002_9700_-NONE-_-NONE-,N002,100.50,,2025-01-02,2026-03-04,,,,4496600,INVENTED CO,,,");
    assertThat(read.tables()).containsExactly(CONTRACTS);
    assertThat(read.rows(CONTRACTS).get(0))
        .containsEntry("value", "250")
        .containsEntry("basis", "stated")
        .containsEntry("start_on", "2025-01-10")
        .containsEntry("current_end_on", "2027-01-09")
        .containsEntry("updated_on", "2026-03-04");
    assertThat(read.rows(CONTRACTS).get(1))
        .containsEntry("value", "100.5")
        .containsEntry("start_on", "2025-01-02")
        .containsEntry("duns", "004496600");
  }

  @Test
  void aLineThatTakesAnActionBackIsOutsideTheCatalogueOnce() throws IOException {
    ReadRows read =
        ReadRows.of(
            KnownLayout.USASPENDING_TRANSACTIONS,
            "correction_delete_ind,contract_transaction_unique_key,contract_award_unique_key,award_id_piid,modification_number,action_date,federal_action_obligation,recipient_name",
            "D,9700_-NONE-_N001_0_-NONE-_0,,,,,,",
            "C,9700_-NONE-_N002_0_-NONE-_0,CONT_AWD_N002_9700_-NONE-_-NONE-,N002,0,2024-09-30,5,INVENTED CO");
    assertThat(read.problems(ACTIONS)).containsExactly("2 OUTSIDE");
    assertThat(read.rows(ACTIONS)).hasSize(1);
    assertThat(read.problems(CONTRACTS)).isEmpty();
    assertThat(read.rows(CONTRACTS)).hasSize(1);
  }

  @Test
  void whatASearchAnswersFillsActionsAndContracts() throws IOException {
    ReadRows read =
        ReadRows.of(
            UsaSpendingPages.USASPENDING_SEARCH,
            "{\"limit\":2,\"results\":[",
            "{\"internal_id\":1,\"Award ID\":\"N001\",\"Mod\":\"P00001\",\"Recipient Name\":\"INVENTED CO\",\"Recipient UEI\":\"ABCDEF123456\",\"Action Date\":\"2024-09-30\",\"Transaction Amount\":-12345678901.10,\"Award Type\":\"DELIVERY ORDER\",\"NAICS\":{\"code\":\"541511\",\"description\":\"x\"},\"generated_internal_id\":\"CONT_AWD_N001_9700_-NONE-_-NONE-\"},",
            "{\"internal_id\":2,\"Award ID\":\"G1\",\"Mod\":\"0\",\"Action Date\":\"2024-09-30\",\"Transaction Amount\":1.0,\"generated_internal_id\":\"ASST_NON_G1_7200\"}],",
            "\"page_metadata\":{\"page\":1,\"hasNext\":false}}");
    assertThat(read.tables()).containsExactlyInAnyOrder(ACTIONS, CONTRACTS);
    assertThat(read.rows(ACTIONS))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("award_key", "CONT_AWD_N001_9700_-NONE-_-NONE-")
                    .containsEntry("modification_number", "P00001")
                    .containsEntry("obligation", "-12345678901.1"));
    assertThat(read.rows(CONTRACTS).get(0))
        .containsEntry("supplier_name", "INVENTED CO")
        .containsEntry("naics", "541511");
    assertThat(read.problems(ACTIONS)).containsExactly("3 NOT_A_CONTRACT");
    assertThat(read.problems(CONTRACTS)).isEmpty();
    assertThat(ReadRows.of(UsaSpendingPages.USASPENDING_JSON, "{\"results\":[]}").tables())
        .isEmpty();
  }

  @Test
  void aGrantAmongTransactionsIsSetAside() throws IOException {
    List<Map<String, String>> rows =
        ReadRows.of(
                UsaSpendingPages.USASPENDING_JSON,
                "{\"results\":[{\"id\":\"ASST_TX_4900_000_-NONE-_47050_0\",\"modification_number\":\"0\",\"action_date\":\"2024-01-01\",\"federal_action_obligation\":1}]}")
            .rows(ACTIONS);
    assertThat(rows).isEmpty();
  }
}
