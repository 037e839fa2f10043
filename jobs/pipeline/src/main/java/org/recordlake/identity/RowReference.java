package org.recordlake.identity;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The row a link is about.
 *
 * @param table records table
 * @param key values of the key that tells one person in the table from another, joined by slashes
 * @param scopes values of the row's hold scopes, in the order of {@link LinkColumns#scopes}, so
 *     that a hold on one of them covers the link; null where the row has none
 * @param date day from which the row's own period runs; null if it has not begun
 */
record RowReference(String table, String key, List<String> scopes, Date date) {
  static final String SCOPES = "scopes";

  static final StructType SCHEMA =
      new StructType()
          .add("table_name", DataTypes.StringType)
          .add("row_key", DataTypes.StringType)
          .add(SCOPES, DataTypes.createArrayType(DataTypes.StringType))
          .add("row_date", DataTypes.DateType);

  RowReference {
    scopes = Collections.unmodifiableList(new ArrayList<>(scopes));
  }

  /** From the columns of {@link #SCHEMA}, which come first in {@code row}. */
  static RowReference of(Row row) {
    return new RowReference(row.getString(0), row.getString(1), row.getList(2), row.getDate(3));
  }

  /** The columns of {@link #SCHEMA}, then {@code others}. */
  Object[] with(Object... others) {
    List<Object> values = new ArrayList<>(List.of(table, key, scopes.toArray(new String[0])));
    values.add(date);
    Collections.addAll(values, others);
    return values.toArray();
  }

  boolean sameRowAs(RowReference other) {
    return table.equals(other.table) && key.equals(other.key);
  }
}
