package org.recordlake.ingest.format;

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
