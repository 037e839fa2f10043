package org.recordlake.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/** Writes rows of texts by RFC 4180. */
final class CsvLines {
  private CsvLines() {}

  static void write(String[] header, Iterator<Row> rows, PrintStream out) {
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(header);
    while (rows.hasNext() && !out.checkError()) {
      csv.writeRecord(texts(rows.next()));
    }
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String[] texts(Row row) {
    String[] texts = new String[row.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = row.getString(i);
    }
    return texts;
  }
}
