package org.recordlake.schedule;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.lake.Lake;

/**
 * The rows through which others may lead to what is held: those the lake has, and those that a run
 * is about to store.
 *
 * @param arriving by name of their table, with all columns it stores
 */
record LeadingRows(Lake lake, Map<String, Dataset<Row>> arriving) {
  LeadingRows {
    arriving = Map.copyOf(arriving);
  }

  boolean any(String table) {
    return arriving.containsKey(table) || lake.exists(table);
  }

  Dataset<Row> of(String table) {
    Dataset<Row> stored = lake.read(table);
    if (!arriving.containsKey(table)) {
      return stored;
    }
    Column[] columns = Arrays.stream(stored.columns()).map(functions::col).toArray(Column[]::new);
    return stored.unionByName(arriving.get(table).select(columns));
  }
}
