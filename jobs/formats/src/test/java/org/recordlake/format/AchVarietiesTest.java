package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.format.payment.AchFiles;
import org.recordlake.testing.ReadRows;

/** What banks and their programs write beyond the plain case; invented people and accounts. */
class AchVarietiesTest {
  private static final String HEADER =
      "101 231380104 1210428822611200930A094101FEDERAL RESERVE BANK   INVENTED BANK\n";

  private static ReadRows read(String text) {
    return ReadRows.of(new AchFiles(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file of one batch with one entry of 12.50 dollars. */
  private static String file(String batch, String entry, String addenda) {
    long records = 1 + addenda.lines().count();
    String control =
        "8200%06d0023138010%012d%012d1210428820                         121042880000001\n";
    boolean debit = entry.charAt(2) == '7';
    return HEADER
        + batch
        + "\n"
        + entry
        + "\n"
        + addenda
        + control.formatted(records, debit ? 1250 : 0, debit ? 0 : 1250)
        + "9000001000001%08d0023138010%012d%012d\n"
            .formatted(records, debit ? 1250 : 0, debit ? 0 : 1250);
  }

  private static Map<String, String> only(String text) throws IOException {
    List<Map<String, String>> rows = read(text).rows("payments");
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static String batch(String entryClass, String effective) {
    return "5200INVENTED CO                         1210428820%sPAYROLL         %s   1121042880000001"
        .formatted(entryClass, effective);
  }

  @ParameterizedTest
  @CsvSource({
    "CIE,PAT INVENTED          INV-4711,PAT INVENTED,INV-4711,",
    "PPD,INV-4711       PAT INVENTED,PAT INVENTED,INV-4711,",
    "CTX,INV-4711       0002PAT INVENTED,PAT INVENTED,INV-4711,",
    "ATX,INV-4711       0002PAT INVENTED,PAT INVENTED,INV-4711,",
    "TRX,INV-4711       0002PAT INVENTED,PAT INVENTED,INV-4711,",
    "ARC,000004711      PAT INVENTED,PAT INVENTED,000004711,000004711",
    "POP,000004711OMAHNEPAT INVENTED,PAT INVENTED,000004711,000004711",
    "XCK,000004711      CHECK11234567890123456,,000004711,000004711"
  })
  void eachEntryClassHasNameAndNumberInItsOwnPlaces(
      String entryClass, String places, String name, String reference, String check)
      throws IOException {
    String entry =
        "622231380104123456789        0000001250%-37s  0121042880000001".formatted(places);
    Map<String, String> row = only(file(batch(entryClass, "261123"), entry, ""));
    assertThat(row.get("party_name")).isEqualTo(name);
    assertThat(row.get("party_reference")).isEqualTo(reference);
    assertThat(row.get("check_number")).isEqualTo(check);
  }

  @Test
  void theCardOfASharedNetworkIsACardNumberAndNoName() throws IOException {
    String entry =
        "627231380104123456789        00000012501228DOCUMENT-010000004111111111111111010121042880000001";
    ReadRows read = read(file(batch("SHR", "261123"), entry, ""));
    assertThat(read.rows("payments").get(0))
        .containsEntry("card_number", "4111111111111111")
        .containsEntry("card_expires", "12/28")
        .containsEntry("party_reference", "DOCUMENT-01")
        .doesNotContainKey("party_name");
    String wrongDigit =
        file(batch("SHR", "261123"), entry, "").replace("231380104123", "231380105123");
    assertThat(read(wrongDigit).raw("payments"))
        .allMatch(row -> row.raw() == null || !row.raw().contains("4111111111111111"));
  }

  @Test
  void aCardholderWhereTheCardBelongsIsAName() throws IOException {
    String entry =
        "622231380104123456789        0000001250000074692168200PAT INVENTED          130121042880000001";
    assertThat(only(file(batch("SHR", "261123"), entry, "")))
        .containsEntry("party_name", "PAT INVENTED")
        .doesNotContainKey("card_number");
  }

  @Test
  void aCorrectionOfAnInternationalEntryHasTheAccountOfOne() throws IOException {
    String batch =
        "5220IATCOR          FF3               US123456789 CORTRADEPAY  CADUSD000000   1231380100000001";
    String entry =
        "6222313801040007             0000001250GB29NWBK60161331926819                 1121042880000001";
    String addenda =
        "710ANN000000000000100000928383-23938          BEEBOX LTD                               0000001\n"
            + "715CUSTOMER-7     2121 FRONT STREET                                                    0000001\n"
            + "798C01231380100000001      1210428889722-3                                     121042880000001\n";
    assertThat(only(file(batch, entry, addenda)))
        .containsEntry("account_number", "GB29NWBK60161331926819")
        .containsEntry("party_name", "BEEBOX LTD")
        .containsEntry("outcome_code", "C01")
        .containsEntry("corrected_account_number", "89722-3");
  }

  @Test
  void ofAReturnThatWasContestedTheLastAnswerCounts() throws IOException {
    String entry =
        "622231380104123456789        0000001250C-1            PAT INVENTED            1121042880000001";
    String addenda =
        "799R07099912340000015      09101298REVOKED                                     121042880000001\n"
            + "799R68059999990000301      12391871UNTIMELY                                    121042880000001\n";
    assertThat(only(file(batch("PPD", "000000"), entry, addenda)))
        .containsEntry("outcome_code", "R68")
        .containsEntry("paid_on", "2026-11-20");
  }

  @ParameterizedTest
  @CsvSource({"261123,2026-11-23", "'      ',2026-11-20", "000000,2026-11-20", "000101,2026-11-20"})
  void anEffectiveDateThatIsNoneGivesWayToTheDayOfTheFile(String effective, String day)
      throws IOException {
    String entry =
        "622231380104123456789        0000001250C-1            PAT INVENTED            0121042880000001";
    assertThat(only(file(batch("PPD", effective), entry, ""))).containsEntry("paid_on", day);
  }

  @Test
  void entriesWithoutTraceNumbersAndBatchesWithoutNumbersArePaymentsOfTheirOwn()
      throws IOException {
    String entry =
        "622231380104123456789        0000001250C-1            PAT INVENTED            0\n";
    String batch =
        "5200INVENTED CO                         1210428820PPDPAYROLL         261123   1\n";
    String control = "820000000200462760200000000000000000000025001210428820\n";
    String text =
        HEADER
            + (batch + entry + entry + control).repeat(2)
            + "9000002000001000000040092552040000000000000000000005000\n";
    List<Map<String, String>> rows = read(text).rows("payments");
    assertThat(rows).hasSize(4);
    assertThat(rows.stream().map(row -> row.get("payment_id")).distinct()).hasSize(4);
    assertThat(read(text).rows("payments")).isEqualTo(rows);
  }

  @Test
  void twoFilesNumberedAlikeHoldDifferentPaymentsAndTheSameFileTheSame() throws IOException {
    String entry =
        "622231380104123456789        0000001250C-1            PAT INVENTED            0121042880000001";
    String id = only(file(batch("PPD", "261123"), entry, "")).get("payment_id");
    assertThat(only(file(batch("PPD", "261123"), entry, "").replace("0930A", "1145A")))
        .containsEntry("payment_id", id);
    assertThat(only(file(batch("CCD", "261123"), entry, "")).get("payment_id")).isNotEqualTo(id);
    assertThat(only(file(batch("PPD", "261123"), entry.replace("C-1", "C-2"), "")))
        .doesNotContainEntry("payment_id", id);
    assertThat(only(file(batch("PPD", "261123"), entry.replace("104123", "104987"), "")))
        .containsEntry("payment_id", id);
  }

  @Test
  void adviceOfTheOperatorIsCheckedAndIsNoPayment() throws IOException {
    String advice =
        HEADER
            + "5280INVENTED CO                         121042882 ADVACCOUNTING      261123   0121042880000001\n"
            + "681231380104744-5678-99    00000005000012104288211131 NAME                    0011000010500001\n"
            + "682231380104744-5678-99    00000025000012104288211139 NAME                    0011000010500002\n"
            + "828000000200462760200000000000000025000000000000000000050000INVENTED CO        121042880000001\n"
            + "90000010000010000000200462760200000000000000025000000000000000000050000\n";
    assertThat(read(advice).rows("payments")).isEmpty();
    assertThat(read(advice).problems("payments"))
        .hasSize(6)
        .allMatch(row -> row.endsWith("OUTSIDE"));
    assertThatThrownBy(
            () -> read(advice.replace("00000005000012", "00000005000112")).raw("payments"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("total of credits of the batch");
  }

  @Test
  void aFileOfNoBatchesHoldsNoPayment() throws IOException {
    String empty =
        HEADER + "9000000000001" + "0".repeat(42) + "\n" + ("9".repeat(94) + "\n").repeat(8);
    assertThat(read(empty).rows("payments")).isEmpty();
    assertThat(read(empty).problems("payments")).containsExactly("1 OUTSIDE", "2 OUTSIDE");
  }

  @Test
  void blanksForLeadingZerosAndBlanksBehindALineAreNoFault() throws IOException {
    String entry =
        "622231380104123456789        0000001250C-1            PAT INVENTED            0121042880000001";
    String text = file(batch("PPD", "261123"), entry, "");
    assertThat(only(text.replace("0001\n", "0001   \n"))).isEqualTo(only(text));
    assertThat(only(text.replace("0000001250C-1", "      1250C-1")))
        .containsEntry("amount", "12.50");
  }

  @Test
  void batchesWhoseFileHeaderGotLostAreRefusedAsThat() throws IOException {
    String entry =
        "622231380104123456789        0000001250C-1            PAT INVENTED            0121042880000001";
    ReadRows headless = read(batch("PPD", "261123") + "\n" + entry + "\n");
    assertThat(headless.tables()).containsExactly("payments");
    assertThatThrownBy(() -> headless.raw("payments"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("the file header is missing");
  }

  @Test
  void aLineThatIsTooLongIsNamed() {
    String entry =
        "622231380104123456789        0000001250C-1            PAT INVENTED            0121042880000001";
    String text = file(batch("PPD", "261123"), entry + "77", "");
    assertThatThrownBy(() -> read(text).raw("payments"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("line 3 is longer than 94 characters");
  }
}
