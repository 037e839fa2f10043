package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.format.payment.AchFiles;
import org.recordlake.testing.ReadRows;

/**
 * The fixture was made by hand after the Nacha Operating Rules: four batches with six entries, of
 * which one is a return, one a correction and one international; ten headers and controls.
 */
class AchFilesTest {
  private static final String FILE =
      new String(ReadRows.fixture("business/payments.ach"), StandardCharsets.US_ASCII);

  private static ReadRows read(String text) {
    return ReadRows.of(new AchFiles(), text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void everyEntryIsAPaymentAndEveryHeaderAndControlARowOfNoTable() throws IOException {
    assertThat(read(FILE).tables()).containsExactly("payments");
    assertThat(read(FILE).rows("payments")).hasSize(6);
    assertThat(read(FILE).problems("payments"))
        .hasSize(10)
        .allMatch(row -> row.endsWith("OUTSIDE"));
  }

  @Test
  void anEntryTellsAmountDirectionAccountBankAndParty() throws IOException {
    assertThat(read(FILE).rows("payments").get(0))
        .containsEntry("method", "ach")
        .containsEntry("paid_on", "2026-11-23")
        .containsEntry("amount", "1250.50")
        .containsEntry("direction", "credit")
        .containsEntry("entry_class", "PPD")
        .containsEntry("account_number", "123-456789")
        .containsEntry("routing_number", "231380104")
        .containsEntry("party_name", "PAT INVENTED")
        .containsEntry("party_reference", "C-000123")
        .containsEntry("memo", "INVOICE 4711, CALL WITH CARD 4111111111111111")
        .hasEntrySatisfying(
            "payment_id",
            id ->
                assertThat(id).matches("ACH-121042882-261120A-0000001-121042880000001-[0-9a-f]{8}"))
        .doesNotContainKey("outcome_code");
    assertThat(read(FILE).rows("payments").get(1)).containsEntry("direction", "debit");
  }

  @Test
  void aReturnAndACorrectionNameTheEntryTheyAnswer() throws IOException {
    List<Map<String, String>> rows = read(FILE).rows("payments");
    assertThat(rows.get(3))
        .containsEntry("outcome_code", "R01")
        .containsEntry("original_trace", "121042880000002");
    assertThat(rows.get(4))
        .containsEntry("outcome_code", "C03")
        .containsEntry("original_trace", "121042880000009")
        .containsEntry("account_number", "744-5678-99")
        .containsEntry("corrected_routing_number", "091000019")
        .containsEntry("corrected_account_number", "1918171614");
  }

  @Test
  void anInternationalEntryHasItsAccountAndPartyElsewhere() throws IOException {
    assertThat(read(FILE).rows("payments").get(5))
        .containsEntry("entry_class", "IAT")
        .containsEntry("amount", "10000.00")
        .containsEntry("account_number", "GB29NWBK60161331926819")
        .containsEntry("party_name", "BEEBOX LTD")
        .containsEntry("party_reference", "98765")
        .containsEntry("memo", "SPARE PARTS ORDER 17");
  }

  @Test
  void recordsWithoutLineEndsAreTheSameFile() throws IOException {
    assertThat(read(FILE.replace("\r\n", "")).rows("payments"))
        .isEqualTo(read(FILE).rows("payments"));
  }

  @Test
  void blanksCutOffAtLineEndsAreNoFault() throws IOException {
    assertThat(read(FILE.replaceAll(" +\r\n", "\n")).rows("payments"))
        .isEqualTo(read(FILE).rows("payments"));
  }

  @Test
  void aWrongCheckDigitSetsItsEntryAsideWithoutItsAccount() throws IOException {
    ReadRows read =
        ReadRows.of(new AchFiles(), ReadRows.fixture("business/payments-wrong-check-digit.ach"));
    assertThat(read.problems("payments")).contains("5 BAD_CHECK_DIGIT");
    assertThat(read.raw("payments"))
        .filteredOn(row -> row.problem().equals(java.util.Optional.of("BAD_CHECK_DIGIT")))
        .allMatch(row -> !row.raw().contains("0044556677"));
  }

  @ParameterizedTest
  @CsvSource({
    "8200000004,8200000005,entry and addenda count of the batch",
    "0055376021,0055376022,entry hash of the batch",
    "0000000099000000001250501210428820,0000000099010000001250501210428820,total of debits of the batch",
    "0000000099000000001250501210428820,0000000099000000001250511210428820,total of credits of the batch",
    "9000004,9000003,batch count of the file",
    "9000004000003,9000004000009,block count of the file",
    "6270910000190044556677,6X70910000190044556677,no number at places",
    "799R01,899R01,entry and addenda count of the batch",
    "5220FF3,4220FF3,unknown record type"
  })
  void aFileThatDoesNotAddUpIsRefusedWithTheReason(String right, String wrong, String reason) {
    assertThat(FILE).contains(right);
    assertThatThrownBy(() -> read(FILE.replace(right, wrong)).raw("payments"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aFileThatBreaksOffIsRefused() {
    assertThatThrownBy(() -> read(FILE.substring(0, 1500)).raw("payments"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("breaks off");
  }

  @ParameterizedTest
  @CsvSource({
    "ccd-debit,2,5001.25,2018-11-27,CCD",
    "ctx-debit,1,1000000.00,2018-11-27,CTX",
    "ppd-debit,1,1000000.00,2019-06-25,PPD",
    "ppd-mixedDebitCredit,3,4000000.00,2019-07-19,PPD",
    "cor-read,1,0.00,2021-04-12,COR"
  })
  void realFilesAddUp(String name, int entries, String total, String day, String entryClass)
      throws IOException {
    var file = ReadRows.real("ach/" + name + ".ach");
    assumeTrue(file.isPresent(), "no real data beside the project");
    List<Map<String, String>> rows =
        ReadRows.of(new AchFiles(), Files.readAllBytes(file.orElseThrow())).rows("payments");
    assertThat(rows)
        .hasSize(entries)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("paid_on", day)
                    .containsEntry("entry_class", entryClass));
    assertThat(
            rows.stream()
                .map(row -> new java.math.BigDecimal(row.get("amount")))
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
        .isEqualByComparingTo(total);
  }

  @Test
  void aMarkOfTheEndOfTheFileIsNoRecord() throws IOException {
    byte[] whole = ReadRows.fixture("business/payments.ach");
    byte[] marked = java.util.Arrays.copyOf(whole, whole.length + 1);
    marked[whole.length] = 0x1A;
    assertThat(ReadRows.of(new AchFiles(), marked).rows("payments"))
        .isNotEmpty()
        .isEqualTo(ReadRows.of(new AchFiles(), whole).rows("payments"));
  }
}
