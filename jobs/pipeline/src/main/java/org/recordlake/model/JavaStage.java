package org.recordlake.model;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A staging model that SQL cannot express, such as a fit by maximum likelihood. Features implement
 * it and name the class in {@code META-INF/services/org.recordlake.model.JavaStage}; SQL models
 * read it by its name like any other view.
 */
public interface JavaStage {
  /** Name of the view, beginning with {@code stg_}. */
  String name();

  /** The staging models and catalogue tables it reads. */
  List<String> reads();

  /** Names of the parameters its rows depend on, as {@link ModelParameters#named} gives them. */
  default Set<String> parameters() {
    return Set.of();
  }

  /** What of the configuration its rows depend on, as text; a mart is rebuilt when it changes. */
  default String settings(ModelParameters parameters) {
    return "";
  }

  /**
   * 1 at first, and raised whenever the same inputs give other rows, so that marts made with it are
   * rebuilt.
   */
  default int version() {
    return 1;
  }

  /**
   * Its rows.
   *
   * @param views gives the rows of what {@link #reads} names
   */
  Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters);
}
