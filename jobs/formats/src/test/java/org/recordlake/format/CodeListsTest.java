package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recordlake.format.business.KnownLayout;
import org.recordlake.format.business.NaicsCodes;
import org.recordlake.testing.ReadRows;

class CodeListsTest {
  private static final String TABLE = "classification_codes";

  @Test
  void anOldListWithByteOrderMarkAndOldLineEndsIsRead() throws IOException {
    byte[] list =
        "\uFEFF2017 NAICS Code,2017 NAICS Title,\r111110,Soybean Farming,\r111120,Oilseed (except Soybean) Farming ,"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(ReadRows.of(new NaicsCodes(), list).rows(TABLE))
        .extracting(row -> row.get("edition") + " " + row.get("code") + " " + row.get("title"))
        .containsExactly(
            "2017 111110 Soybean Farming", "2017 111120 Oilseed (except Soybean) Farming");
  }

  @Test
  void aJunkRowMarksBehindTitlesAndRangesOfSectorsAreUnderstood() throws IOException {
    byte[] list =
        ",\r\n2022 NAICS Code,2022 NAICS Title\r\n31-33,ManufacturingT\r\n111,Crop ProductionT \r\n9281,\"Security, IT\"\r\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(ReadRows.of(new NaicsCodes(), list).tables()).containsExactly(TABLE);
    assertThat(ReadRows.of(new NaicsCodes(), list).rows(TABLE))
        .extracting(row -> row.get("code") + " " + row.get("title"))
        .containsExactly(
            "31 Manufacturing",
            "32 Manufacturing",
            "33 Manufacturing",
            "111 Crop Production",
            "9281 Security, IT");
  }

  @Test
  void titlesAboveAListAndRemarksBelowItAreOutside() throws IOException {
    ReadRows read =
        ReadRows.of(
            new NaicsCodes(),
            "2012 NAICS: the list,,",
            "Change Indicator,2012 NAICS   Code,2012 NAICS Title",
            ",11,\"Agriculture, Forestry, Fishing and HuntingT\"",
            "*,48\u201349,Transportation and WarehousingT",
            ",,",
            ",,T = industries of three countries are comparable",
            "* = the title is new");
    assertThat(read.rows(TABLE))
        .extracting(row -> row.get("edition") + " " + row.get("code") + " " + row.get("title"))
        .containsExactly(
            "2012 11 Agriculture, Forestry, Fishing and Hunting",
            "2012 48 Transportation and Warehousing",
            "2012 49 Transportation and Warehousing");
    assertThat(read.problems(TABLE)).containsExactly("1 OUTSIDE", "6 OUTSIDE", "7 OUTSIDE");
  }

  @Test
  void aListOfProductsWithOtherNamesForItsTitlesIsRead() throws IOException {
    assertThat(
            ReadRows.of(KnownLayout.PSC, "PSC Code,PSC Description", "1005,Guns")
                .rows(TABLE)
                .get(0))
        .containsEntry("code", "1005")
        .containsEntry("title", "Guns");
  }

  @Test
  void theRealListsHaveTheirKnownLengths() throws IOException {
    assumeTrue(ReadRows.real("naics").isPresent(), "no real data beside the project");
    assertThat(rows(new NaicsCodes(), "naics/naics_2017_6digit_CR_endings.csv")).hasSize(1057);
    // 2,125 titles, of which three sectors span 3, 2 and 2 codes; 20 lines are blank.
    List<Map<String, String>> newer = rows(new NaicsCodes(), "naics/naics_2022_2to6digit.csv");
    assertThat(newer).hasSize(2125 + 2 + 1 + 1).noneMatch(row -> row.get("title").endsWith("T"));
    List<Map<String, String>> codes = rows(KnownLayout.PSC, "contracts/psc_codes.csv");
    assertThat(codes).hasSize(3769);
    assertThat(codes.get(0))
        .containsEntry("title", "WEAPONS")
        .containsEntry("valid_from", "1979-10-01");
    assertThat(codes.get(1)).containsEntry("valid_to", "2006-10-01");
  }

  private static List<Map<String, String>> rows(SourceReader reader, String file)
      throws IOException {
    return ReadRows.of(reader, Files.readAllBytes(ReadRows.real(file).orElseThrow())).rows(TABLE);
  }
}
