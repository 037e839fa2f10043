package org.recordlake.format;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/**
 * A line of a delimited text, or a row of a worksheet.
 *
 * @param line line it begins on, from 1
 * @param problem why nobody can say which of its fields is which; then it is one field, the line
 */
public record SourceRecord(long line, List<String> fields, Optional<String> problem) {
  public SourceRecord {
    fields = List.copyOf(fields);
  }

  public SourceRecord(long line, List<String> fields) {
    this(line, fields, Optional.empty());
  }

  /** The field at {@code place} without blanks around it; empty text if there is none. */
  public String field(int place) {
    return place < fields.size() ? fields.get(place).strip() : "";
  }

  /**
   * The fields within the only field of a line that a spreadsheet quoted as a whole, such as {@code
   * "58;""manager"";12"}; the record itself if it has several fields or none within.
   */
  public SourceRecord unquoted(char delimiter) {
    if (problem.isPresent() || fields.size() != 1 || fields.get(0).indexOf(delimiter) < 0) {
      return this;
    }
    List<SourceRecord> within =
        Delimited.first(Delimited.records(new StringReader(fields.get(0)), delimiter), 2);
    return within.size() == 1 ? new SourceRecord(line, within.get(0).fields()) : this;
  }

  /** Whether no field says anything. */
  public boolean isBlank() {
    for (String field : fields) {
      if (!field.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** As one line of CSV. */
  public String csv() {
    return RawText.csv(fields);
  }
}
