package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.format.RawRow;
import org.recordlake.ingest.check.CheckedRows;
import org.recordlake.ingest.land.KnownFiles;
import org.recordlake.lake.Lake;

/**
 * Files that came before: of those that were taken in, only the quarantined rows, since the others
 * are in the lake or have been destroyed by right; of those refused or not understood, every row. A
 * row never replaces what a later file brought.
 *
 * @param earlier what the ledger says of them
 */
public record RetryPolicy(Lake lake, List<Earlier> earlier) implements ReplayPolicy {
  private static final String FILE = "_retaken_file";
  private static final String ROW = "_retaken_row";
  private static final String CAME = "_came_at";
  private static final String HELD_SINCE = "_held_since";

  /**
   * A file that came before.
   *
   * @param isCommitted whether it was taken in then
   */
  public record Earlier(String sha256, boolean isCommitted, LocalDate asOf, Instant ingestedAt) {}

  public RetryPolicy {
    earlier = List.copyOf(earlier);
  }

  @Override
  public Dataset<Row> taken(TableSpec table, Dataset<Row> raw) {
    Dataset<Row> quarantined =
        lake.read(QUARANTINE)
            .where(col("table_name").equalTo(table.name()).and(col("row_no").gt(0)))
            .select(col("file_sha256").as(FILE), col("row_no").as(ROW));
    Column same =
        col(CheckedRows.FILE).equalTo(col(FILE)).and(col(CheckedRows.ROW).equalTo(col(ROW)));
    Column readable = not(array_contains(col(CheckedRows.PROBLEMS), "row:" + RawRow.UNREADABLE));
    Dataset<Row> ofTaken =
        raw.where(col(CheckedRows.FILE).isin(committed()).and(readable))
            .join(broadcast(quarantined), same, "left_semi");
    return raw.where(col(CheckedRows.FILE).isin(others())).unionByName(ofTaken);
  }

  @Override
  public Dataset<Row> marked(TableSpec table, Dataset<Row> rows) {
    boolean told = table.storedColumn(TableSpec.INGESTED_FILE).isPresent();
    if (table.latestBy().isPresent() || !told || !lake.exists(table.name())) {
      // Where rows tell their age, age decides.
      return rows.withColumn(OVERTAKEN, lit(false));
    }
    List<String> key = table.key();
    List<Column> held = new ArrayList<>();
    key.forEach(name -> held.add(col(name)));
    Dataset<Row> since =
        lake.read(table.name())
            .join(came(), col(TableSpec.INGESTED_FILE).equalTo(col(FILE)))
            .groupBy(held.toArray(Column[]::new))
            .agg(max(col(CAME)).as(HELD_SINCE));
    Dataset<Row> own = lake.spark().createDataFrame(times(), timeSchema());
    Column[] columns =
        java.util.Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    Dataset<Row> dated =
        rows.join(broadcast(own), col(CheckedRows.FILE).equalTo(col(FILE)), "left_outer")
            .join(since, key.toArray(String[]::new), "left_outer");
    List<Column> result = new ArrayList<>(List.of(columns));
    result.add(coalesce(col(HELD_SINCE).gt(col(CAME)), lit(false)).as(OVERTAKEN));
    return dated.select(result.toArray(Column[]::new));
  }

  /** A file once taken in stays so, however many of its rows are bad still. */
  @Override
  public Map<String, String> refused(StateCounts counts, double limit) {
    Map<String, String> refused = new HashMap<>(counts.refusals(limit));
    refused.keySet().removeAll(Set.of(committed()));
    return refused;
  }

  @Override
  public Column arrivedOn(LocalDate asOf) {
    Column day = lit(Date.valueOf(asOf));
    for (Earlier file : earlier) {
      day =
          when(col(CheckedRows.FILE).equalTo(file.sha256()), lit(Date.valueOf(file.asOf())))
              .otherwise(day);
    }
    return day;
  }

  @Override
  public void quarantine(Dataset<Row> rows) {
    lake.merge(QUARANTINE, rows);
  }

  @Override
  public void release(Dataset<Row> keys) {
    lake.deleteByKeys(QUARANTINE, keys);
  }

  private Dataset<Row> came() {
    return lake.read(KnownFiles.TABLE)
        .groupBy(col("file_sha256").as(FILE))
        .agg(max(col("ingested_at")).as(CAME));
  }

  private List<Row> times() {
    return earlier.stream()
        .map(file -> RowFactory.create(file.sha256(), Timestamp.from(file.ingestedAt())))
        .distinct()
        .toList();
  }

  private static StructType timeSchema() {
    return new StructType().add(FILE, DataTypes.StringType).add(CAME, DataTypes.TimestampType);
  }

  private Object[] committed() {
    return hashes(earlier.stream().filter(Earlier::isCommitted));
  }

  private Object[] others() {
    return hashes(earlier.stream().filter(file -> !file.isCommitted()));
  }

  private static Object[] hashes(Stream<Earlier> files) {
    return files.map(file -> file.sha256()).distinct().toArray();
  }
}
