package org.recordlake.polls;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Rows of one question gathered into a list and read again, for decisions taken on the whole. */
final class Lists {
  private Lists() {}

  /** One row per key with a list of structs of these columns. */
  static Dataset<Row> gathered(
      Dataset<Row> rows, List<String> key, String name, String... columns) {
    return rows.groupBy(key.stream().map(functions::col).toArray(Column[]::new))
        .agg(
            functions
                .collect_list(
                    functions.struct(Stream.of(columns).map(functions::col).toArray(Column[]::new)))
                .as(name));
  }

  static OptionalLong number(Row row, int place) {
    return row.isNullAt(place) ? OptionalLong.empty() : OptionalLong.of(row.getLong(place));
  }

  static Long boxed(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }
}
