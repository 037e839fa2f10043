package org.recordlake.ingest.write;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.ingest.check.CheckedRows;
import org.recordlake.ingest.land.MediaFolder;
import org.recordlake.ingest.resolve.ReplayPolicy;
import org.recordlake.ingest.resolve.ResolvedTable;
import org.recordlake.job.JobContext;
import org.recordlake.lake.engine.StagedFiles;
import org.recordlake.schedule.HeldVersions;
import org.recordlake.schedule.Holds;

/** Writes the resolved rows of tables, and the media files they name. Again: nothing changes. */
public final class TableWriter {
  private final JobContext context;
  private final ReplayPolicy replay;

  public TableWriter(JobContext context, ReplayPolicy replay) {
    this.context = context;
    this.replay = replay;
  }

  /**
   * @param holds what they cover is preserved before it is overwritten
   */
  public void write(ResolvedTable table, Holds holds) {
    if (table.counts().toWrite() > 0) {
      table.staged().ifPresentOrElse(StagedFiles::commit, () -> writeRows(table, holds));
    }
    new Quarantine(context).release(table.table().name(), table.good(), replay);
  }

  private void writeRows(ResolvedTable table, Holds holds) {
    String name = table.table().name();
    mediaColumn(table.table())
        .ifPresent(column -> storeMedia(table.toWrite(), column, table.files().media()));
    if (table.counts().replacing() > 0) {
      new HeldVersions(context).preserve(table.table(), table.toWrite(), holds);
      context.lake().merge(name, table.toWrite());
    } else {
      context.lake().append(name, table.toWrite());
    }
  }

  private static void storeMedia(Dataset<Row> rows, String column, MediaFolder media) {
    rows.select(CheckedRows.MEDIA_SOURCE, column)
        .where(col(column).isNotNull())
        .foreachPartition(
            (ForeachPartitionFunction<Row>)
                files ->
                    files.forEachRemaining(row -> media.store(row.getString(0), row.getString(1))));
  }

  /** Where the media files lie whose rows were taken: stored, known already or expired. */
  public List<String> mediaTaken(ResolvedTable table) {
    return mediaColumn(table.table()).isEmpty()
        ? List.of()
        : table
            .good()
            .where(col(CheckedRows.MEDIA_SOURCE).isNotNull())
            .select(CheckedRows.MEDIA_SOURCE)
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> table.files().media().dropped(row.getString(0)))
            .toList();
  }

  private static Optional<String> mediaColumn(TableSpec table) {
    return table.columns().stream()
        .filter(column -> column.protection() == Protection.MEDIA)
        .map(Column::name)
        .findFirst();
  }
}
