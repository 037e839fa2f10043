package org.recordlake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that somebody adds with nothing but a definition and a JRXML template. */
class NewReportTest {
  @TempDir Path folder;

  @Test
  void aDefinitionAndATemplateAreEnoughForEveryFormat() throws Exception {
    Shelf shelf = Shelf.of(folder, report(ReportColumnType.STRING, "lapsed", "won back"));

    assertThat(shelf.pdfText("analyst/words.pdf")).contains("lapsed", "won back");
    assertThat(shelf.text("analyst/words.html"))
        .contains("<h1>Words</h1>", ">lapsed</td>", ">won back</td>");
    assertThat(shelf.text("analyst/words-words.csv")).isEqualTo("word,n\nlapsed,6\nwon back,8\n");
    assertThat(shelf.workbook("analyst/words.xlsx").cells(1).get(2))
        .containsExactly("s:won back", "n:8.0");
    assertThat(shelf.text("index.html")).contains("href=\"analyst/words.html\"", "Which words?");
  }

  @Test
  void withoutRowsThePageSaysSo() throws Exception {
    Shelf shelf = Shelf.of(folder, report(ReportColumnType.STRING));

    assertThat(shelf.text("analyst/words.html")).contains("There are no rows in this period.");
  }

  @Test
  void aColumnOfAnotherTypeThanTheTemplateReadsIsNamed() {
    assertThatThrownBy(() -> Shelf.of(folder, report(ReportColumnType.LONG)))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining(
            "Template reads this column as java.lang.String, it holds java.lang.Long")
        .hasMessageContaining("dataset words, column word");
  }

  private static ReportData report(ReportColumnType type, String... words) {
    ReportTable table =
        new ReportTable(
            "words",
            List.of(
                new ReportColumn("word", type, "Word"),
                new ReportColumn("n", ReportColumnType.LONG, "Letters")),
            List.of(words).stream()
                .map(word -> Map.<String, Object>of("word", word, "n", word.length()))
                .toList());
    ReportDefinition definition =
        new ReportDefinition(
            "words",
            "Words",
            "Which words?",
            Audience.ANALYST,
            "word-list.jrxml",
            List.of("words"));
    return new ReportData(
        definition, LocalDate.of(2026, 11, 22), ZoneOffset.UTC, "run", Map.of("words", table));
  }
}
