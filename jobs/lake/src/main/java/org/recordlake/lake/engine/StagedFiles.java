package org.recordlake.lake.engine;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.actions.Metadata$;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Data files of new rows that lie in a table's folder and are no part of the table until {@link
 * #commit}. Closed without it, they are destroyed at once; after a kill, the table's purge finds
 * them as files no version needs. Delta's public ways write and commit in one step.
 */
public final class StagedFiles implements AutoCloseable {
  private final SparkSession spark;
  private final Target target;
  private final Runnable undo;
  private final OptimisticTransaction transaction;
  private List<FileAction> files = List.of();
  private boolean settled;

  private StagedFiles(SparkSession spark, Target target, Runnable undo) {
    this.spark = spark;
    this.target = target;
    this.undo = undo;
    this.transaction =
        DeltaLog.forTable(spark, target.location())
            .startTransaction(Option.empty(), Option.empty());
  }

  /**
   * A table that rows are written for.
   *
   * @param newTable what it is to be, if it is not there yet: then the commit makes it
   */
  public record Target(String location, StructType schema, Optional<NewTable> newTable) {}

  /**
   * A data file of a table without partitions that is to go.
   *
   * @param path below the table's folder
   */
  public record OldFile(String path, long bytes) {
    private RemoveFile removed(long at, boolean rowsChange) {
      return new RemoveFile(
          new Path(path).toUri().toString(),
          Option.apply(at),
          rowsChange,
          Option.apply(true),
          Map$.MODULE$.empty(),
          Option.apply(bytes),
          null,
          null,
          Option.empty(),
          Option.empty(),
          null,
          Option.empty());
    }
  }

  /**
   * What a table made by its first rows says of itself.
   *
   * @param properties of the Delta table
   */
  public record NewTable(String description, Map<String, String> properties) {
    public NewTable {
      properties = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(properties));
    }

    private Metadata metadata(StructType schema) {
      Metadata$ usual = Metadata$.MODULE$;
      return usual.apply(
          usual.apply$default$1(),
          usual.apply$default$2(),
          description,
          usual.apply$default$4(),
          schema.json(),
          usual.apply$default$6(),
          Map$.MODULE$.from(CollectionConverters.asScala(properties)),
          usual.apply$default$8());
    }
  }

  /**
   * Writes {@code rows}, which have the table's stored columns, in one Spark job without a shuffle
   * of its own: what accumulators count in the last stage of {@code rows} is then exact.
   *
   * @param undo destroys every file of the table's folder that no version needs
   */
  public static StagedFiles write(
      SparkSession spark, Target target, Dataset<Row> rows, Runnable undo) {
    StagedFiles staged = new StagedFiles(spark, target, undo);
    boolean written = false;
    try {
      target
          .newTable()
          .map(table -> table.metadata(target.schema()))
          .ifPresent(staged.transaction::updateMetadataForNewTable);
      staged.files = CollectionConverters.asJava(staged.transaction.writeFiles(rows));
      written = true;
      return staged;
    } finally {
      if (!written) {
        staged.close();
      }
    }
  }

  /** The rows as they were written. */
  public Dataset<Row> rows() {
    List<String> paths =
        files.stream().map(file -> new Path(URI.create(file.path())).toString()).toList();
    return DataFiles.rows(spark, target.schema(), target.location(), paths);
  }

  /**
   * Makes the rows part of the table, in one commit, which also makes the table where it is new.
   */
  public void commit() {
    transaction.commitIfNeeded(
        CollectionConverters.asScala(List.<Action>copyOf(files)).toSeq(),
        writing(SaveMode.Append, Optional.empty()),
        Map$.MODULE$.empty());
    settled = true;
  }

  /**
   * Puts the rows into the place of all the table has, in one commit, which is written even where
   * no row comes or goes. Delta's own writer asks for the table's state first, in Spark jobs that
   * take about half of its time where rows are few (ADR 18).
   *
   * @param present the files of the table's latest version
   * @param note kept with the commit
   */
  public void commitInsteadOf(List<OldFile> present, Optional<String> note) {
    List<Action> actions = new ArrayList<>(files);
    long now = writtenAt();
    present.forEach(file -> actions.add(file.removed(now, true)));
    transaction.commit(
        CollectionConverters.asScala(actions).toSeq(), writing(SaveMode.Overwrite, note));
    settled = true;
  }

  /** Puts the rows into the place of files that held the same, in one commit that says so. */
  public void commitRearranged(List<OldFile> before) {
    List<Action> actions = new ArrayList<>();
    files.forEach(file -> actions.add(ofOldRows((AddFile) file)));
    long now = writtenAt();
    before.forEach(file -> actions.add(file.removed(now, false)));
    transaction.commitIfNeeded(
        CollectionConverters.asScala(actions).toSeq(), rearranging(), Map$.MODULE$.empty());
    settled = true;
  }

  private long writtenAt() {
    return files.stream()
        .mapToLong(file -> ((AddFile) file).modificationTime())
        .max()
        .orElse(transaction.snapshot().timestamp());
  }

  private static AddFile ofOldRows(AddFile file) {
    return file.copy(
        file.path(),
        file.partitionValues(),
        file.size(),
        file.modificationTime(),
        false,
        file.stats(),
        file.tags(),
        file.deletionVector(),
        file.baseRowId(),
        file.defaultRowCommitVersion(),
        file.clusteringProvider(),
        file.backReference(),
        file.amtPassthrough());
  }

  private static DeltaOperations.Optimize rearranging() {
    return new DeltaOperations.Optimize(
        CollectionConverters.asScala(List.<Expression>of()).toSeq(),
        CollectionConverters.asScala(List.<String>of()).toSeq(),
        false,
        Option.empty(),
        false);
  }

  /** As the log calls it. */
  private static DeltaOperations.Write writing(SaveMode mode, Optional<String> note) {
    return new DeltaOperations.Write(
        mode,
        Option.empty(),
        Option.empty(),
        Option.apply(note.orElse(null)),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  @Override
  public void close() {
    if (!settled) {
      settled = true;
      undo.run();
    }
  }
}
