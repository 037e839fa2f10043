package org.recordlake.ingest;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Rows in Spark's own form as a frame: what comes by the million need not be turned from Java
 * objects into it by a general encoder.
 */
final class InternalRows {
  private InternalRows() {}

  static Dataset<Row> frame(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
    org.apache.spark.sql.classic.SparkSession session =
        (org.apache.spark.sql.classic.SparkSession) spark;
    return session.internalCreateDataFrame(rows.rdd(), schema, false);
  }
}
