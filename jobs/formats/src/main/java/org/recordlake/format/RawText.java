package org.recordlake.format;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Rows as text for the quarantine, without what must never be kept. */
public final class RawText {
  private RawText() {}

  /** {@code fields} as one CSV line. */
  public static String csv(List<String> fields) {
    StringJoiner line = new StringJoiner(",");
    fields.forEach(field -> line.add(quoted(field)));
    return line.toString();
  }

  /** {@code fields} as one CSV line with those under a refused header left empty. */
  public static String csvWithout(List<String> header, List<String> fields, Set<String> refused) {
    StringJoiner line = new StringJoiner(",");
    for (int i = 0; i < fields.size(); i++) {
      line.add(refused.contains(header.get(i)) ? "" : quoted(fields.get(i)));
    }
    return line.toString();
  }

  /**
   * A row that could not be split into columns. Where the table has a refused column, nobody can
   * say which of its short numbers is the refused one, so all of 3 to 6 digits are blotted out.
   */
  public static String blotted(String text, TableShape table) {
    return table.refused().isEmpty() ? text : withoutShortNumbers(text);
  }

  /** {@code text} with every number of 3 to 6 digits, as codes and PINs have, blotted out. */
  public static String withoutShortNumbers(String text) {
    return text.replaceAll("(?<![0-9.-])[0-9]{3,6}(?![0-9-])", "[code]");
  }

  private static String quoted(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + field.replace("\"", "\"\"") + '"';
      }
    }
    return field;
  }
}
