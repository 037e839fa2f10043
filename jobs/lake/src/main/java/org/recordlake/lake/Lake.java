package org.recordlake.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.engine.StagedFiles;
import org.recordlake.problem.Failure;

/**
 * The Delta tables of one lake root, as the catalogue describes them. Tables come into being with
 * their first row; reading one that is not there yet gives no rows. Writers must hold the {@link
 * LakeLock}.
 */
public final class Lake {
  private static final String WRITER = "recordlake";

  private final SparkSession spark;
  private final String root;
  private final Catalog catalog;

  public Lake(SparkSession spark, String root, Catalog catalog) {
    this.spark = spark;
    this.root = root;
    this.catalog = catalog;
  }

  public SparkSession spark() {
    return spark;
  }

  /** The same tables seen from a session whose views are nobody else's. */
  public Lake inOwnSession() {
    return new Lake((SparkSession) spark.newSession(), root, catalog);
  }

  /** Root URI of the lake, without a final slash. */
  public String root() {
    return root;
  }

  public String location(String table) {
    return root + "/" + catalog.table(table).path();
  }

  public boolean exists(String table) {
    try {
      return fileSystem().exists(new Path(location(table), "_delta_log"));
    } catch (IOException e) {
      throw unreachable(location(table), e);
    }
  }

  /** All rows, in the catalogue's columns; one the stored table does not have yet is empty. */
  public Dataset<Row> read(String table) {
    TableSpec spec = catalog.table(table);
    return exists(table)
        ? SnapshotFiles.rows(spark, spec, location(table))
        : spark.createDataFrame(List.of(), SparkTypes.schema(spec));
  }

  /** Number of the latest commit, or -1 if the table is not there yet. */
  public long version(String table) {
    return exists(table) ? latest(table).number() : -1;
  }

  /** What {@link #replace} noted with the latest commit. */
  public Optional<String> fingerprint(String table) {
    return exists(table)
        ? CommitLog.note(fileSystem(), location(table), version(table))
        : Optional.empty();
  }

  /** The same table, to be written from rows at hand. */
  public Ledger ledger(String table) {
    return new Ledger(this, catalog.table(table));
  }

  /** Adds rows whose keys the caller knows to be new. */
  public void append(String table, Dataset<Row> rows) {
    if (exists(table)) {
      appending(grown(table), rows).save(location(table));
      return;
    }
    try (StagedFiles files = written(table, rows)) {
      files.commit();
    }
  }

  /**
   * Writes the data files of rows of which is not known yet whether they may be added; until {@link
   * StagedFiles#commit} the table is as it was. What a killed run had staged before is destroyed.
   */
  public StagedFiles stage(String table, Dataset<Row> rows) {
    purge(table);
    return written(table, rows);
  }

  private StagedFiles written(String table, Dataset<Row> rows) {
    TableSpec spec = catalog.table(table);
    return StagedFiles.write(spark, target(spec), laidOut(spec, rows), () -> purge(table));
  }

  /** Adds those rows whose key is not there yet. */
  public void appendNew(String table, Dataset<Row> rows) {
    if (bytes(table) == 0) {
      append(table, rows);
      return;
    }
    TableSpec spec = catalog.table(table);
    Dataset<Row> known =
        read(table).select(spec.key().stream().map(functions::col).toArray(Column[]::new));
    append(table, rows.join(known, spec.key().toArray(String[]::new), "left_anti"));
  }

  /** Replaces the rows with the same keys and adds the others. */
  public void merge(String table, Dataset<Row> rows) {
    TableSpec spec = ensure(table);
    DeltaTable.forPath(spark, location(table))
        .as("held")
        .merge(laidOut(spec, rows).as("given"), sameKey(spec))
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /**
   * Deletes the rows whose key columns stand in {@code keys}. No value reaches the Delta log, since
   * keys are joined, not named.
   */
  public void deleteByKeys(String table, Dataset<Row> keys) {
    deleteByKeys(table, keys, LaidDays.ANY);
  }

  /** The same of rows that lie on {@code days}; files of other days are not read. */
  public void deleteByKeys(String table, Dataset<Row> keys, LaidDays days) {
    Column same = expr(sameKey(catalog.table(table)));
    DeltaTable.forPath(spark, location(table))
        .as("held")
        .merge(keys.as("given"), days.within("held.").map(same::and).orElse(same))
        .whenMatched()
        .delete()
        .execute();
  }

  /**
   * Whether commit {@code version} exists and did nothing but {@link #deleteByKeys}: tells a run
   * that takes over from a killed one how far that one came.
   */
  public boolean deletedByKeys(String table, long version) {
    return version >= 0
        && exists(table)
        && CommitLog.onlyDeleted(fileSystem(), location(table), version);
  }

  /**
   * Replaces all rows in one commit that carries {@code fingerprint}, written even where no row
   * comes or goes.
   */
  public void replace(String table, Dataset<Row> rows, String fingerprint) {
    replace(table, rows, Optional.of(fingerprint));
  }

  void replace(String table, Dataset<Row> rows, Optional<String> note) {
    try (StagedFiles files = written(table, rows)) {
      files.commitInsteadOf(
          exists(table)
              ? latest(table).files().stream().map(TableVersion.DataFile::toReplace).toList()
              : List.of(),
          note);
    }
  }

  /**
   * Adds rows in one commit that carries {@code fingerprint}, be there any or not. Delta leaves out
   * a commit that changes nothing, but not one that a writer has numbered.
   */
  public void append(String table, Dataset<Row> rows, String fingerprint) {
    appending(ensure(table), rows)
        .option("userMetadata", fingerprint)
        .option("txnAppId", WRITER)
        .option("txnVersion", version(table) + 1)
        .save(location(table));
  }

  private DataFrameWriter<Row> appending(TableSpec spec, Dataset<Row> rows) {
    return laidOut(spec, rows).write().format("delta").mode(SaveMode.Append);
  }

  private StagedFiles.Target target(TableSpec spec) {
    String location = location(spec.name());
    if (exists(spec.name())) {
      grown(spec.name());
      return new StagedFiles.Target(location, SparkTypes.schema(spec), Optional.empty());
    }
    StagedFiles.NewTable table =
        new StagedFiles.NewTable(spec.grain(), TableProperties.of(spec, catalog.notice()));
    return new StagedFiles.Target(location, SparkTypes.schema(spec), Optional.of(table));
  }

  /**
   * Paths, below the table's folder, of the data files that its commits leave, read one by one:
   * told from neither Delta's notes nor what rows are read and files purged by.
   */
  public Set<String> committedFiles(String table) {
    String location = location(table);
    return CommitLog.filesSince(fileSystem(), location, -1, version(table))
        .map(files -> Set.copyOf(files.added()))
        .orElseGet(() -> SnapshotFiles.toldByDelta(spark, fileSystem(), location));
  }

  /** Bytes of the table's present data files; 0 if it is not there. */
  public long bytes(String table) {
    return exists(table)
        ? latest(table).files().stream().mapToLong(TableVersion.DataFile::size).sum()
        : 0;
  }

  /** Bytes of each of the table's present data files, by name of the file. */
  public Map<String, Long> fileSizes(String table) {
    Map<String, Long> sizes = new HashMap<>();
    if (exists(table)) {
      latest(table)
          .files()
          .forEach(file -> sizes.put(new Path(file.path()).getName(), file.size()));
    }
    return sizes;
  }

  private TableVersion latest(String table) {
    return TableVersion.latest(spark, location(table));
  }

  /** What changed in rows of {@code table} since a version of it; empty if nobody can tell now. */
  public Optional<RowChanges> changesSince(String table, long version) {
    return version < 0 || !exists(table)
        ? Optional.empty()
        : RowChanges.since(this, catalog.table(table), location(table), version, version(table));
  }

  /** Destroys every file of the table that its latest version does not need. */
  public Purge.Result purge(String table) {
    return purge(table, (storage, root, doomed) -> {});
  }

  /** The same, with {@code witness} told of the files first. */
  public Purge.Result purge(String table, Purge.Witness witness) {
    return Purge.all(spark, Purge.bare(fileSystem()), location(table), witness);
  }

  /** What {@link #purge} would destroy. */
  public Purge.Result leftovers(String table) {
    return Purge.leftovers(spark, Purge.bare(fileSystem()), location(table));
  }

  /** Storage of the lake, for files that are no tables. */
  public FileSystem fileSystem() {
    try {
      return new Path(root).getFileSystem(spark.sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw unreachable(root, e);
    }
  }

  private Dataset<Row> laidOut(TableSpec spec, Dataset<Row> rows) {
    Column[] columns =
        spec.storedColumns().stream()
            .map(column -> col(column.name()).cast(SparkTypes.of(column.type())))
            .toArray(Column[]::new);
    Dataset<Row> ordered = rows.select(columns);
    if (spec.clusterBy().isEmpty()) {
      return ordered;
    }
    return ordered.sortWithinPartitions(
        spec.clusterBy().stream().map(functions::col).toArray(Column[]::new));
  }

  private TableSpec ensure(String table) {
    TableSpec spec = catalog.table(table);
    if (exists(table)) {
      return grown(table);
    }
    TableProperties.create(spark, spec, catalog.notice(), location(table));
    return spec;
  }

  /** Its columns are the catalogue's from now on. */
  private TableSpec grown(String table) {
    TableSpec spec = catalog.table(table);
    SchemaEvolution.apply(spark, spec, location(table));
    return spec;
  }

  private static String sameKey(TableSpec spec) {
    return spec.key().stream()
        .map(column -> "held." + column + " = given." + column)
        .collect(Collectors.joining(" and "));
  }

  static Failure unreachable(String place, IOException cause) {
    return Failure.storage(
        "storage cannot be reached",
        place,
        "Check the address, the network and the credentials",
        cause);
  }
}
