package org.recordlake.lake;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.protect.Protector;

/** The SQL function {@code pseudonym(text)}, by which models name people in the marts. */
public final class PseudonymFunction {
  private PseudonymFunction() {}

  public static void register(SparkSession spark, Protector protector) {
    UDF1<String, String> pseudonym = protector::pseudonym;
    spark.udf().register("pseudonym", pseudonym, DataTypes.StringType);
  }
}
