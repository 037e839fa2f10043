package org.recordlake.model;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A {@link JavaStage} in its place among the views of a mart. */
record JavaModel(JavaStage stage) implements Stage {
  @Override
  public String name() {
    return stage.name();
  }

  @Override
  public String text() {
    return stage.getClass().getName() + " version " + stage.version();
  }

  @Override
  public Set<String> staging() {
    return stage.reads().stream()
        .filter(read -> read.startsWith("stg_"))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> parameters() {
    return stage.parameters();
  }

  @Override
  public String settings(ModelParameters parameters) {
    return stage.settings(parameters);
  }

  @Override
  public Set<String> words() {
    return new HashSet<>(stage.reads());
  }

  @Override
  public long readsOf(String name) {
    return stage.reads().stream().filter(name::equals).count();
  }

  @Override
  public Dataset<Row> rows(SparkSession spark, ModelParameters parameters) {
    return stage.rows(spark::table, parameters);
  }
}
