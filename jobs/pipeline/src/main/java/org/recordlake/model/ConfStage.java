package org.recordlake.model;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A staging model that reads no table: a few rows of the configuration, so that rules stand in
 * {@code conf/} and SQL joins them. {@link #settings} must tell when they change.
 */
public abstract class ConfStage implements JavaStage {
  private final String name;
  private final StructType schema;

  protected ConfStage(String name, StructType schema) {
    this.name = name;
    this.schema = schema;
  }

  /** The rows that the configuration gives, under the schema. */
  protected abstract List<Row> rows(ModelParameters parameters);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<String> reads() {
    return List.of();
  }

  @Override
  public final Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    return SparkSession.active().createDataFrame(rows(parameters), schema);
  }
}
