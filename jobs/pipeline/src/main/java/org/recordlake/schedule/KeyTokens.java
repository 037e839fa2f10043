package org.recordlake.schedule;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.TableSpec;
import org.recordlake.protect.Protector;

/** Keyed tokens that stand for rows: equal for the same table and key, and telling neither. */
public record KeyTokens(Protector protector) {
  private static final String SEPARATOR = "\u0001";

  /** The token of a row of {@code table}. */
  public Column of(TableSpec table) {
    return of(table.name(), key(table));
  }

  /** The token of a row of {@code table} by the text of its key; null for none. */
  Column of(String table, Column key) {
    Protector keys = protector;
    UDF1<String, String> token = text -> text == null ? null : keys.token(table + SEPARATOR + text);
    return udf(token, DataTypes.StringType).apply(key);
  }

  /** The key of a row of {@code table} as one text. */
  static Column key(TableSpec table) {
    return concat_ws(
        SEPARATOR,
        table.key().stream()
            .map(name -> col(name).cast(DataTypes.StringType))
            .toArray(Column[]::new));
  }
}
