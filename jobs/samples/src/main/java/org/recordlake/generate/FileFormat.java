package org.recordlake.generate;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/** The two forms in which rows arrive. Lines end in LF and carry none here. */
enum FileFormat {
  /** RFC 4180 with a header; a cell is quoted only where it must be. */
  CSV("csv") {
    @Override
    String header(Table table) {
      return String.join(",", table.columns()) + "\n";
    }

    @Override
    String line(Row row) {
      return row.values().stream().map(FileFormat::cell).collect(Collectors.joining(","));
    }
  },

  /** One object a line; empty values are left out. */
  JSON_LINES("jsonl") {
    @Override
    String header(Table table) {
      return "";
    }

    @Override
    String line(Row row) {
      StringBuilder line = new StringBuilder("{");
      for (int i = 0; i < row.values().size(); i++) {
        Object value = row.values().get(i);
        if (value != null) {
          line.append(line.length() > 1 ? "," : "")
              .append('"')
              .append(row.table().columns().get(i))
              .append("\":");
          line.append(
              value instanceof Number || value instanceof Boolean
                  ? plain(value)
                  : quoted(plain(value)));
        }
      }
      return line.append('}').toString();
    }
  };

  private final String extension;

  FileFormat(String extension) {
    this.extension = extension;
  }

  String extension() {
    return extension;
  }

  /** What stands before the first row, its line end included. */
  abstract String header(Table table);

  abstract String line(Row row);

  private static String plain(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  private static String cell(Object value) {
    String text = value == null ? "" : plain(value);
    boolean quote = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
