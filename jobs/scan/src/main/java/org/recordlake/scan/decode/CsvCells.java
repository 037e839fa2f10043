package org.recordlake.scan.decode;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tables as text: cell by cell, to tell the column (by its number, as a first line may be a row),
 * and as plain text, which covers other encodings, broken quotes and values over several cells.
 */
final class CsvCells {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private CsvCells() {}

  static void read(Content content, String where, Examiner examiner) throws IOException {
    examiner.bytes(content, where, true);
    char delimiter = delimiter(content);
    try (Reader text = new InputStreamReader(content.stream(), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> rows =
            CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(text)) {
      for (CsvRecord row : rows) {
        List<String> cells = row.getFields();
        for (int i = 0; i < cells.size(); i++) {
          examiner.text(cells.get(i), Examiner.in(where, "column " + (i + 1)));
        }
      }
    } catch (CsvParseException e) {
      // As text it was looked at already.
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static char delimiter(Content content) throws IOException {
    String head;
    try (var in = content.stream()) {
      head = new String(in.readNBytes(Kind.HEAD), StandardCharsets.UTF_8);
    }
    String line = head.lines().findFirst().orElse("");
    char best = DELIMITERS[0];
    for (char each : DELIMITERS) {
      best = count(line, each) > count(line, best) ? each : best;
    }
    return best;
  }

  private static long count(String line, char sought) {
    return line.chars().filter(each -> each == sought).count();
  }
}
