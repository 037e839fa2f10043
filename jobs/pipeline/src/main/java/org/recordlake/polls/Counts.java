package org.recordlake.polls;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;

/** Values of rows that may be empty, and back. */
final class Counts {
  private Counts() {}

  static OptionalLong number(Row row, String column) {
    int place = row.fieldIndex(column);
    return row.isNullAt(place) ? OptionalLong.empty() : OptionalLong.of(row.getLong(place));
  }

  static Optional<Boolean> yesOrNo(Row row, String column) {
    int place = row.fieldIndex(column);
    return row.isNullAt(place) ? Optional.empty() : Optional.of(row.getBoolean(place));
  }

  /** The list in a column, none where it is empty. */
  static List<Row> list(Row row, String column) {
    int place = row.fieldIndex(column);
    return row.isNullAt(place) ? List.of() : row.getList(place);
  }

  static Long boxed(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }
}
