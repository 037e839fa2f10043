package org.recordlake.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.engine.StagedFiles;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Commits that put new files in the place of old ones. The old ones are known from the table's
 * note, so that no Spark job is spent on asking Delta for them.
 */
final class Rewriting {
  private static final String FILE = "_file";
  private static final String GONE = "_gone_";

  private final SparkSession spark;
  private final OptimisticTransaction transaction;

  private Rewriting(SparkSession spark, String location) {
    this.spark = spark;
    this.transaction =
        DeltaLog.forTable(spark, location).startTransaction(Option.empty(), Option.empty());
    // Whoever else should have written meanwhile makes the commit fail, not get lost.
    transaction.readWholeTable();
  }

  /**
   * Writes {@code rows} instead of all there are, or beside them, in one commit, which also makes
   * the table where it is new. There is a commit even where no row comes or goes.
   */
  static void write(
      SparkSession spark,
      StagedFiles.Target place,
      Dataset<Row> rows,
      SaveMode mode,
      String fingerprint) {
    Rewriting rewriting = new Rewriting(spark, place.location());
    place
        .newTable()
        .map(table -> table.metadata(place.schema()))
        .ifPresent(rewriting.transaction::updateMetadataForNewTable);
    List<AddFile> old =
        mode == SaveMode.Overwrite ? NotedFiles.all(rewriting.transaction.snapshot()) : List.of();
    rewriting.commit(old, rows, StagedFiles.writing(mode, Option.apply(fingerprint)));
  }

  /**
   * Deletes the rows whose key stands in {@code keys}, if the table's note names its files; where
   * there is no such row, nothing is committed. No value reaches the log.
   *
   * @return whether the note did
   */
  static boolean delete(SparkSession spark, TableSpec spec, String location, Dataset<Row> keys) {
    Rewriting rewriting = new Rewriting(spark, location);
    return NotedFiles.plain(rewriting.transaction.snapshot())
        .map(
            files -> {
              rewriting.delete(spec.key(), files, keys);
              return true;
            })
        .orElse(false);
  }

  private void delete(List<String> key, List<AddFile> files, Dataset<Row> keys) {
    Dataset<Row> gone =
        keys.select(key.stream().map(name -> col(name).as(GONE + name)).toArray(Column[]::new))
            .persist();
    try {
      long given = gone.count();
      if (given > 0) {
        Column same =
            key.stream()
                .map(name -> col(name).equalTo(col(GONE + name)))
                .reduce(Column::and)
                .orElseThrow();
        delete(touched(files, gone, same), gone, same, given);
      }
    } finally {
      gone.unpersist();
    }
  }

  private void delete(List<AddFile> touched, Dataset<Row> gone, Column same, long given) {
    if (!touched.isEmpty()) {
      tell("operationNumSourceRows", given);
      commit(touched, rows(touched).join(gone, same, "left_anti"), deletion());
    }
  }

  private List<AddFile> touched(List<AddFile> files, Dataset<Row> gone, Column same) {
    Row found =
        rows(files)
            .withColumn(FILE, col("_metadata.file_name"))
            .join(gone, same, "left_semi")
            .agg(functions.collect_set(FILE), functions.count(lit(1)))
            .first();
    tell("numTargetRowsDeleted", found.getLong(1));
    Set<String> names = Set.copyOf(found.<String>getList(0));
    return files.stream()
        .filter(file -> names.contains(new Path(URI.create(file.path())).getName()))
        .toList();
  }

  /** A number for the table's history. */
  private void tell(String metric, long number) {
    SQLMetric told = SQLMetrics.createMetric(spark.sparkContext(), metric);
    told.set(number);
    transaction.registerSQLMetrics(
        (org.apache.spark.sql.classic.SparkSession) spark,
        Map$.MODULE$.<String, SQLMetric>empty().updated(metric, told));
  }

  private Dataset<Row> rows(List<AddFile> files) {
    return SnapshotFiles.rows(spark, transaction.snapshot(), files);
  }

  private void commit(List<AddFile> old, Dataset<Row> rows, DeltaOperations.Operation what) {
    List<Action> actions = new ArrayList<>();
    old.forEach(file -> actions.add(file.remove()));
    actions.addAll(CollectionConverters.asJava(transaction.writeFiles(rows)));
    transaction.commit(CollectionConverters.asScala(actions).toSeq(), what);
  }

  /** What the log calls a merge that only deletes what matches: {@link CommitLog#onlyDeleted}. */
  private static DeltaOperations.Merge deletion() {
    Seq<DeltaOperations.MergePredicate> none =
        CollectionConverters.asScala(List.<DeltaOperations.MergePredicate>of()).toSeq();
    Seq<DeltaOperations.MergePredicate> delete =
        CollectionConverters.asScala(
                List.of(new DeltaOperations.MergePredicate(Option.empty(), "delete")))
            .toSeq();
    return DeltaOperations.Merge$.MODULE$.apply(Option.empty(), delete, none, none);
  }
}
