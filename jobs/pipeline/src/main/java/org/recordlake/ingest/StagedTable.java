package org.recordlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.engine.StagedFiles;

/**
 * The judged rows of one table's new files, kept until they are stored.
 *
 * @param kept what holds them in memory or on disk
 * @param refused SHA-256 of files refused whole, for whatever table, with the reason
 * @param written the rows to be written, where they are already but for the commit; {@code rows}
 *     are then read anew each time they are asked for
 */
record StagedTable(
    TableIngest how,
    Dataset<Row> rows,
    Dataset<Row> kept,
    Tally tally,
    Map<String, String> refused,
    Optional<StagedFiles> written)
    implements AutoCloseable {

  TableSpec table() {
    return how.table();
  }

  /** The rows that are neither bad nor of a refused file. */
  Dataset<Row> good() {
    return rows.where(not(is(RowState.BAD).or(is(RowState.REFUSED)).or(is(RowState.OUTSIDE))));
  }

  /** Whether one of the files {@code others} lists counts here as not refused. */
  boolean accepts(Map<String, String> others) {
    return how.files().stream()
        .map(file -> file.file().sha256())
        .anyMatch(hash -> others.containsKey(hash) && !refused.containsKey(hash));
  }

  /** Writes what is to be written. Again: nothing changes. */
  void store() {
    if (tally.toWrite() > 0) {
      written.ifPresentOrElse(
          StagedFiles::commit, () -> write(rows.where(col(Arrivals.WRITE)), tally.replacing() > 0));
    }
    new Quarantine(how.context()).resolve(table().name(), good(), how.taking());
  }

  /** The rows to set aside; empty if there are none. */
  Optional<Dataset<Row>> bad() {
    return tally.rows(RowState.BAD) > 0
        ? Optional.of(rows.where(is(RowState.BAD)))
        : Optional.empty();
  }

  /** One outcome for each file. */
  List<FileOutcome> outcomes() {
    Map<String, Balance> balances = tally.balances();
    return how.files().stream().map(file -> outcome(file, balances)).toList();
  }

  @Override
  public void close() {
    kept.unpersist();
    written.ifPresent(StagedFiles::close);
  }

  private static Column is(RowState state) {
    return col(Arrivals.STATE).equalTo(state.name());
  }

  private void write(Dataset<Row> live, boolean replacing) {
    mediaColumn(table()).ifPresent(column -> storeMedia(live, column));
    Dataset<Row> complete = how.complete(live);
    if (replacing) {
      how.context().lake().merge(table().name(), complete);
    } else {
      how.context().lake().append(table().name(), complete);
    }
  }

  /** Names of the media files of the rows that were taken: stored, known already or expired. */
  List<String> mediaTaken() {
    Column taken =
        col(Arrivals.STATE)
            .isin(
                RowState.STORED.name(),
                RowState.UPDATED.name(),
                RowState.DUPLICATE.name(),
                RowState.EXPIRED.name());
    return mediaColumn(table()).isEmpty()
        ? List.of()
        : rows
            .where(taken.and(col(RawRows.MEDIA_SOURCE).isNotNull()))
            .select(RawRows.MEDIA_SOURCE)
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
  }

  MediaFolder media() {
    return how.media();
  }

  private static Optional<String> mediaColumn(TableSpec table) {
    return table.columns().stream()
        .filter(column -> column.protection() == Protection.MEDIA)
        .map(org.recordlake.catalog.Column::name)
        .findFirst();
  }

  private void storeMedia(Dataset<Row> live, String column) {
    MediaFolder folder = how.media();
    live.select(RawRows.MEDIA_SOURCE, column)
        .where(col(column).isNotNull())
        .foreachPartition(
            (ForeachPartitionFunction<Row>)
                files ->
                    files.forEachRemaining(
                        row -> folder.store(row.getString(0), row.getString(1))));
  }

  private FileOutcome outcome(Layouts.Recognised recognised, Map<String, Balance> balances) {
    String hash = recognised.file().sha256();
    Balance balance = balances.getOrDefault(hash, Balance.ZERO);
    if (!balance.balances()) {
      throw new IllegalStateException(
          "the balance of a file of " + table().name() + " does not add up: " + balance);
    }
    Optional<String> refusal = Optional.ofNullable(refused.get(hash));
    FileOutcome.Status status =
        refusal.isPresent() ? FileOutcome.Status.REFUSED : FileOutcome.Status.COMMITTED;
    return new FileOutcome(
        recognised.file(),
        table().name(),
        recognised.reader().format(),
        recognised.daysFrom(),
        status,
        balance,
        refusal,
        recognised.copyLife());
  }
}
