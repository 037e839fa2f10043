package org.recordlake.lake;

import java.util.List;
import java.util.Objects;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Some data files of one version of a Delta table, for Spark to read without asking Delta or the
 * storage for them. Rows read from them are those of that version, whatever is committed later,
 * until a purge destroys the files.
 */
final class SnapshotFiles implements FileIndex {
  private static final long BLOCK = 128L << 20;

  private final Path root;
  private final long version;
  private final List<FileStatus> files;

  private SnapshotFiles(Snapshot snapshot, List<AddFile> files) {
    this.root = snapshot.deltaLog().dataPath();
    this.version = snapshot.version();
    this.files = files.stream().map(file -> status(snapshot, file)).toList();
  }

  /** The rows of a table's latest version; by Delta's own way where no note tells its files. */
  static Dataset<Row> latest(SparkSession spark, String location) {
    Snapshot snapshot = CommitLog.snapshot(spark, location);
    return NotedFiles.plain(snapshot)
        .map(files -> rows(spark, snapshot, files))
        .orElseGet(() -> spark.read().format("delta").load(location));
  }

  /** The rows of {@code files}, in the table's columns. */
  static Dataset<Row> rows(SparkSession spark, Snapshot snapshot, List<AddFile> files) {
    org.apache.spark.sql.classic.SparkSession session =
        (org.apache.spark.sql.classic.SparkSession) spark;
    return session.baseRelationToDataFrame(
        new HadoopFsRelation(
            new SnapshotFiles(snapshot, files),
            new StructType(),
            snapshot.schema(),
            Option.empty(),
            new ParquetFileFormat(),
            Map$.MODULE$.empty(),
            session));
  }

  private static FileStatus status(Snapshot snapshot, AddFile file) {
    return new FileStatus(
        file.size(),
        false,
        1,
        BLOCK,
        file.modificationTime(),
        file.absolutePath(snapshot.deltaLog()));
  }

  @Override
  public Seq<Path> rootPaths() {
    return CollectionConverters.asScala(List.of(root)).toSeq();
  }

  @Override
  public Seq<PartitionDirectory> listFiles(
      Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
    return CollectionConverters.asScala(
            List.of(
                PartitionDirectory.apply(InternalRow.empty(), files.toArray(FileStatus[]::new))))
        .toSeq();
  }

  @Override
  public String[] inputFiles() {
    return files.stream()
        .map(file -> SparkPath.fromFileStatus(file).urlEncoded())
        .toArray(String[]::new);
  }

  @Override
  public void refresh() {
    // The files of a version never change.
  }

  @Override
  public long sizeInBytes() {
    return files.stream().mapToLong(FileStatus::getLen).sum();
  }

  @Override
  public StructType partitionSchema() {
    return new StructType();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SnapshotFiles same
        && root.equals(same.root)
        && version == same.version
        && files.equals(same.files);
  }

  @Override
  public int hashCode() {
    return Objects.hash(root, version);
  }
}
