package org.recordlake.model;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A view that a mart is made from, written in SQL or, where SQL cannot say it, in Java. */
sealed interface Stage permits SqlModel, JavaModel {
  String name();

  /** What its rows follow from besides its inputs, as text to be digested. */
  String text();

  /** Names of the staging models it reads itself. */
  Set<String> staging();

  /** Names of the parameters its result depends on. */
  Set<String> parameters();

  /** What of the configuration its rows depend on, as text. */
  default String settings(ModelParameters parameters) {
    return "";
  }

  /** Every word of its definition, among them the views it reads. */
  Set<String> words();

  /** At how many places it reads the view {@code name}. */
  long readsOf(String name);

  /** Its rows, made of the views of the session. */
  Dataset<Row> rows(SparkSession spark, ModelParameters parameters);
}
