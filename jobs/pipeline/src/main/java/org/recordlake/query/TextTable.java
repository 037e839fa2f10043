package org.recordlake.query;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** Aligned columns, as wide as the first rows need; numbers stand to the right. */
final class TextTable {
  private static final int ROWS_THAT_DECIDE_THE_WIDTH = 500;
  private static final int WIDEST = 80;
  private static final String GAP = "  ";

  private final StructType schema;
  private final PrintStream out;

  TextTable(StructType schema, PrintStream out) {
    this.schema = schema;
    this.out = out;
  }

  void write(Iterator<Row> rows) {
    List<String[]> first = new ArrayList<>();
    while (rows.hasNext() && first.size() < ROWS_THAT_DECIDE_THE_WIDTH) {
      first.add(shown(rows.next()));
    }
    String[] header = schema.fieldNames();
    int[] widths = widths(header, first);
    line(header, widths);
    line(Arrays.stream(widths).mapToObj("-"::repeat).toArray(String[]::new), widths);
    first.forEach(row -> line(row, widths));
    long count = first.size();
    while (rows.hasNext() && !out.checkError()) {
      line(shown(rows.next()), widths);
      count++;
    }
    out.println("(" + count + (count == 1 ? " row)" : " rows)"));
  }

  private void line(String[] values, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      String space = " ".repeat(Math.max(0, widths[i] - values[i].length()));
      boolean number = schema.apply(i).dataType() instanceof NumericType;
      line.append(i == 0 ? "" : GAP).append(number ? space + values[i] : values[i] + space);
    }
    out.println(line.toString().stripTrailing());
  }

  private static int[] widths(String[] header, List<String[]> rows) {
    int[] widths = Arrays.stream(header).mapToInt(String::length).toArray();
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    return widths;
  }

  /** Values come from outside: a control character could steer the reader's terminal. */
  private static String[] shown(Row row) {
    String[] texts = CsvLines.texts(row);
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i] == null ? "NULL" : texts[i].replaceAll("\\p{Cntrl}", "·");
      texts[i] = text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
    }
    return texts;
  }
}
