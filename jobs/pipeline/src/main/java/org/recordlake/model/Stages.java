package org.recordlake.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.recordlake.job.SqlFiles;

/**
 * The models by name: Java stages as {@code META-INF/services} registers them, SQL files otherwise,
 * those beside the catalogue first. What a mart does when a stage goes wrong is seen by putting
 * another in its place.
 */
public final class Stages {
  public static final Stages SHIPPED =
      new Stages(
          ServiceLoader.load(JavaStage.class).stream()
              .map(provider -> new JavaModel(provider.get()))
              .collect(Collectors.toUnmodifiableMap(JavaModel::name, Function.identity())),
          Optional.empty());

  private final Map<String, JavaModel> inJava;
  private final Optional<Path> conf;

  private Stages(Map<String, JavaModel> inJava, Optional<Path> conf) {
    this.inJava = inJava;
    this.conf = conf;
  }

  /** The same with {@code stage} in the place of the one of its name. */
  public Stages with(JavaStage stage) {
    Map<String, JavaModel> others = new HashMap<>(inJava);
    others.put(stage.name(), new JavaModel(stage));
    return new Stages(Map.copyOf(others), conf);
  }

  /** The same with the SQL files of {@code folder} before those that come with the program. */
  public Stages in(Path folder) {
    return new Stages(inJava, Optional.of(folder));
  }

  /** The model that fills the mart {@code name}. */
  SqlModel mart(String name) {
    return sql("marts", name);
  }

  /** A model that others read as a view and that is not stored. */
  Stage stage(String name) {
    JavaModel model = inJava.get(name);
    return model == null ? sql("staging", name) : model;
  }

  /**
   * Makes the rows of a stage, and of those it reads, views of the session; the records it follows
   * from must be views already.
   */
  public void open(String name, SparkSession spark, ModelParameters parameters) {
    DependencyOrder.of(List.of(name), read -> stage(read).staging())
        .forEach(read -> stage(read).rows(spark, parameters).createOrReplaceTempView(read));
  }

  /**
   * What was known of a records table on an earlier day, where its rows do not tell by themselves.
   */
  Optional<SqlModel> hindsight(String name) {
    return SqlFiles.find(conf, path("hindsight", name)).map(text -> new SqlModel(name, text));
  }

  private SqlModel sql(String kind, String name) {
    return new SqlModel(name, SqlFiles.read(conf, path(kind, name)));
  }

  private static String path(String kind, String name) {
    return "sql/" + kind + "/" + name + ".sql";
  }
}
