package org.recordlake.schedule;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** Rows set aside that name what a hold names; they are sealed, and opened to look. */
final class QuarantineHolds {
  static final String TABLE = "quarantine";

  private final HeldWords words;

  QuarantineHolds(HeldWords words) {
    this.words = words;
  }

  /** Adds {@link Holds#HELD_BY}. */
  Dataset<Row> heldBy(Dataset<Row> rows) {
    HeldWords wanted = words;
    UDF2<String, String, List<String>> look = wanted::inSealedRow;
    return rows.withColumn(
        Holds.HELD_BY,
        udf(look, DataTypes.createArrayType(DataTypes.StringType))
            .apply(col("table_name"), col("raw_sealed")));
  }
}
