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
import org.junit.jupiter.params.provider.ValueSource;
import org.recordlake.format.payment.AchFiles;
import org.recordlake.testing.ReadRows;

/** An ACH file must add up to what its controls say, and its records must stand in their order. */
class AchControlsTest {
  private static final String HEADER =
      "101 231380104 1210428822611200930A094101FEDERAL RESERVE BANK   INVENTED BANK\n";
  private static final String BATCH =
      "5200INVENTED CO                         1210428820PPDPAYROLL         261123   1121042880000001\n";
  private static final String ENTRY =
      "622231380104123456789        0000001250C-1            PAT INVENTED            0121042880000001\n";
  private static final String CONTROL =
      "820000000100231380100000000000000000000012501210428820                         121042880000001\n";
  private static final String END = "9000001000001000000010023138010000000000000000000001250\n";
  private static final String FILE = HEADER + BATCH + ENTRY + CONTROL + END;

  private static ReadRows read(String text) {
    return ReadRows.of(new AchFiles(), text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void refused(String text, String reason) {
    assertThatThrownBy(() -> read(text).raw("payments"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "9000001000001000000020023138010000000000000000000001250,entry and addenda count of the file",
    "9000001000001000000010023138011000000000000000000001250,entry hash of the file",
    "9000001000001000000010023138010000000000001000000001250,total of debits of the file",
    "9000001000001000000010023138010000000000000000000001251,total of credits of the file",
    "9000002000001000000010023138010000000000000000000001250,batch count of the file",
    "9000001000002000000010023138010000000000000000000001250,block count of the file"
  })
  void aFileControlThatSaysAnotherSumIsRefused(String control, String reason) {
    refused(FILE.replace(END, control + "\n"), reason);
  }

  @Test
  void theControlOfAFileOfAdviceHasTotalsOfTwentyDigits() throws IOException {
    String advice =
        HEADER
            + "5280INVENTED CO                         121042882 ADVACCOUNTING      261123   0121042880000001\n"
            + "681231380104744-5678-99    00000005000012104288211131 NAME                    0011000010500001\n"
            + "828000000100231380100000000000000000000000000000000000050000INVENTED CO        121042880000001\n"
            + "90000010000010000000100231380100000000000000000000000000000000000050000\n";
    assertThat(read(advice).problems("payments")).hasSize(5);
    refused(advice.replaceFirst("50000\n$", "50001\n"), "total of credits of the file");
    refused(advice.replace("681231", "680231"), "unknown transaction code");
    refused(advice.replace("681231", "689231"), "unknown transaction code");
    // The last code there is, of a debit.
    refused(advice.replace("681231", "688231"), "total of debits of the batch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "22", "24", "31", "34", "41", "51", "54"})
  void codesThatEndOnOneToFourAreCredits(String code) throws IOException {
    assertThat(read(FILE.replace("\n622", "\n6" + code)).rows("payments").get(0))
        .containsEntry("direction", "credit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "27", "29", "35", "47", "55", "59"})
  void codesThatEndOnFiveToNineAreDebits(String code) throws IOException {
    String debit =
        FILE.replace("\n622", "\n6" + code)
            .replace("000000000000000000001250", "000000001250000000000000");
    assertThat(read(debit).rows("payments").get(0)).containsEntry("direction", "debit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "19", "20", "30", "50", "60", "62"})
  void othersAreUnknown(String code) {
    refused(FILE.replace("\n622", "\n6" + code), "line 3 has an unknown transaction code");
  }

  @Test
  void recordsOutOfTheirOrderAreNamedByTheirLine() {
    String addenda = "705SAID                                                             \n";
    refused(FILE.replace(BATCH, ""), "line 2 lies in no batch");
    refused(FILE.replace(BATCH, BATCH + BATCH), "a batch begins on line 3 within another");
    refused(FILE.replace(BATCH, BATCH + addenda), "addenda on line 3 follow no entry");
    refused(FILE.replace(CONTROL, ""), "the batch before line 4 has no control");
    refused(FILE + ENTRY, "line 6 stands behind the file control");
    refused(FILE.replace(END, ""), "breaks off");
  }

  @Test
  void ninesFillTheLastBlockAndMayBeMoreThanALine() throws IOException {
    List<Map<String, String>> rows = read(FILE).rows("payments");
    assertThat(rows).hasSize(1);
    assertThat(read(FILE + "9".repeat(94) + "\n" + "9".repeat(96) + "\n").rows("payments"))
        .isEqualTo(rows);
    refused(FILE.replace(ENTRY, ENTRY.strip() + "99\n"), "line 3 is longer than 94 characters");
  }

  @Test
  void blanksBehindAHeaderOfFullLengthAreNoFault() throws IOException {
    String full = HEADER.strip() + " ".repeat(94 - HEADER.strip().length());
    List<Map<String, String>> rows = read(FILE).rows("payments");
    for (String blanks : new String[] {"", " ", " ".repeat(500)}) {
      assertThat(read(FILE.replace(HEADER, full + blanks + "\r\n")).rows("payments"))
          .isEqualTo(rows);
    }
  }

  @Test
  void batchesAndEntriesOfOneNumberArePaymentsOfTheirOwn() throws IOException {
    String twice =
        HEADER
            + (BATCH + ENTRY + CONTROL).repeat(2)
            + "9000002000001000000020046276020000000000000000000002500\n";
    assertThat(read(twice).rows("payments"))
        .extracting(row -> row.get("payment_id"))
        .hasSize(2)
        .doesNotHaveDuplicates();
    String inOneBatch =
        HEADER
            + BATCH
            + ENTRY.repeat(2)
            + "820000000200462760200000000000000000000025001210428820                         121042880000001\n"
            + "9000001000001000000020046276020000000000000000000002500\n";
    assertThat(read(inOneBatch).rows("payments"))
        .extracting(row -> row.get("payment_id"))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "/", ":", "5"})
  void aCheckDigitThatIsWrongOrNoneSetsTheEntryAside(String digit) throws IOException {
    assertThat(read(FILE.replace("622231380104", "62223138010" + digit)).problems("payments"))
        .contains("3 BAD_CHECK_DIGIT");
  }
}
