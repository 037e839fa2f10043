package org.recordlake.model;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows chosen by the columns that a list of keys has. */
final class KeyJoin {
  private KeyJoin() {}

  /** Those whose key stands in {@code keys}. */
  static Dataset<Row> semi(Dataset<Row> rows, Dataset<Row> keys) {
    return join(rows, keys, "left_semi");
  }

  /** Those whose key does not, and those without a key. */
  static Dataset<Row> anti(Dataset<Row> rows, Dataset<Row> keys) {
    return join(rows, keys, "left_anti");
  }

  private static Dataset<Row> join(Dataset<Row> rows, Dataset<Row> keys, String kind) {
    return rows.join(keys, keys.columns(), kind);
  }
}
