package org.recordlake.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.recordlake.catalog.TableSpec;

/**
 * A mart with the SQL that fills it.
 *
 * @param spec the mart's catalogue entry
 * @param sql the model of the mart
 * @param staging the staging models it reads, directly or not, each after those it reads itself
 */
record MartModel(TableSpec spec, SqlModel sql, List<Stage> staging) {
  private static final int READERS_WORTH_KEEPING = 3;
  private static final String BEFORE = "before_";

  static MartModel of(TableSpec spec) {
    return of(spec, Stages.SHIPPED);
  }

  static MartModel of(TableSpec spec, Stages stages) {
    SqlModel sql = stages.mart(spec.name());
    List<Stage> staging =
        DependencyOrder.of(sql.staging(), name -> stages.stage(name).staging()).stream()
            .map(stages::stage)
            .toList();
    return new MartModel(spec, sql, staging);
  }

  String name() {
    return spec.name();
  }

  /** Catalogue tables it reads, directly or through staging models. */
  List<String> reads() {
    return spec.mart().orElseThrow().reads();
  }

  /**
   * The mart's rows in the catalogue's columns, computed when asked for. The views live no longer
   * than this call, so that no model can read a table its catalogue file does not name.
   *
   * @param tables gives the rows of a catalogue table
   */
  Dataset<Row> rows(
      SparkSession spark, Function<String, Dataset<Row>> tables, ModelParameters parameters) {
    try {
      reads().forEach(table -> tables.apply(table).createOrReplaceTempView(table));
      before().forEach(mart -> tables.apply(mart).createOrReplaceTempView(BEFORE + mart));
      staging.forEach(
          model ->
              once(model, model.rows(spark, parameters)).createOrReplaceTempView(model.name()));
      return MartColumns.checked(spec, sql.rows(spark, parameters));
    } finally {
      Stream.of(reads().stream(), before().map(BEFORE::concat), staging.stream().map(Stage::name))
          .flatMap(names -> names)
          .forEach(spark.catalog()::dropTempView);
    }
  }

  /**
   * Marts of which it reads the view {@code before_<mart>}: what this one, or one made after it,
   * holds until it is replaced. No input: what is published depends on it only where a change is
   * too small to be shown.
   */
  private Stream<String> before() {
    return texts()
        .flatMap(text -> text.words().stream())
        .filter(word -> word.startsWith(BEFORE))
        .map(word -> word.substring(BEFORE.length()))
        .distinct();
  }

  /**
   * What is read at three places or more is computed now and kept for this mart; it would otherwise
   * be planned and scanned at each of them.
   */
  private Dataset<Row> once(Stage model, Dataset<Row> rows) {
    long readers = texts().mapToLong(reader -> reader.readsOf(model.name())).sum();
    return readers < READERS_WORTH_KEEPING ? rows : rows.localCheckpoint();
  }

  /** Names of the parameters its rows depend on. */
  Set<String> parameters() {
    return texts()
        .flatMap(model -> model.parameters().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Digest of all SQL text behind the mart. */
  String textDigest() {
    return Digest.of(texts().map(Stage::text).collect(Collectors.joining("\0")));
  }

  /** Digest of all settings its rows depend on; empty if there are none. */
  Optional<String> settingsDigest(ModelParameters parameters) {
    return Optional.of(
            texts().map(model -> model.settings(parameters)).collect(Collectors.joining()))
        .filter(settings -> !settings.isEmpty())
        .map(Digest::of);
  }

  private Stream<Stage> texts() {
    return Stream.concat(staging.stream(), Stream.of(sql));
  }
}
