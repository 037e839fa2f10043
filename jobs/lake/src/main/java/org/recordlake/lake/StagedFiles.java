package org.recordlake.lake;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.Metadata;
import org.recordlake.catalog.TableSpec;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Data files of new rows that lie in a table's folder and are no part of the table until {@link
 * #commit}. Closed without it, they are destroyed at once; after a kill, {@link Purge} finds them
 * as files no version needs.
 */
public final class StagedFiles implements AutoCloseable {
  private final SparkSession spark;
  private final FileSystem storage;
  private final TableSpec spec;
  private final String location;
  private final OptimisticTransaction transaction;
  private List<FileAction> files = List.of();
  private boolean settled;

  private StagedFiles(SparkSession spark, FileSystem storage, TableSpec spec, String location) {
    this.spark = spark;
    this.storage = storage;
    this.spec = spec;
    this.location = location;
    this.transaction =
        DeltaLog.forTable(spark, location).startTransaction(Option.empty(), Option.empty());
  }

  /**
   * Writes {@code rows}, which have the table's stored columns, in one Spark job without a shuffle
   * of its own: what accumulators count in the last stage of {@code rows} is then exact.
   */
  static StagedFiles write(
      SparkSession spark, FileSystem storage, TableSpec spec, Place place, Dataset<Row> rows) {
    StagedFiles staged = new StagedFiles(spark, storage, spec, place.location());
    boolean written = false;
    try {
      place.newTable().ifPresent(staged.transaction::updateMetadataForNewTable);
      staged.files = CollectionConverters.asJava(staged.transaction.writeFiles(rows));
      written = true;
      return staged;
    } finally {
      if (!written) {
        staged.close();
      }
    }
  }

  /**
   * Where a table lies.
   *
   * @param newTable what it is to be, if it is not there yet: then the commit makes it
   */
  record Place(String location, Optional<Metadata> newTable) {}

  /** The rows as they were written. */
  public Dataset<Row> rows() {
    if (files.isEmpty()) {
      return spark.createDataFrame(List.of(), SparkTypes.schema(spec));
    }
    String[] paths =
        files.stream()
            .map(file -> new Path(location, new Path(URI.create(file.path()))).toString())
            .toArray(String[]::new);
    return spark.read().schema(SparkTypes.schema(spec)).parquet(paths);
  }

  /**
   * Makes the rows part of the table, in one commit, which also makes the table where it is new.
   */
  public void commit() {
    transaction.commitIfNeeded(
        CollectionConverters.asScala(List.<Action>copyOf(files)).toSeq(),
        writing(SaveMode.Append, Option.empty()),
        Map$.MODULE$.empty());
    settled = true;
  }

  /** A write of rows as the log calls it, with what is noted beside it. */
  static DeltaOperations.Write writing(SaveMode mode, Option<String> note) {
    return new DeltaOperations.Write(
        mode,
        Option.empty(),
        Option.empty(),
        note,
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
      Purge.all(spark, Purge.bare(storage), location);
    }
  }
}
