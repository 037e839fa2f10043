package org.recordlake.ingest.write;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.MediaZone;
import org.recordlake.schedule.Choices;
import org.recordlake.schedule.Holds;

/**
 * Stored rows that show a person who does not agree any more: files and rows go, but for those a
 * hold keeps. A choice that is not known any more, since its row has gone, withdraws nothing.
 */
public final class Withdrawn {
  private final Lake lake;
  private final Holds holds;

  public Withdrawn(JobContext context, Holds holds) {
    this.lake = context.lake();
    this.holds = holds;
  }

  /**
   * Destroys those of {@code table}, first the files, so that a killed run is finished by the next.
   *
   * @return number of rows
   */
  public long destroy(TableSpec table) {
    return table.consent().isPresent() && lake.bytes(table.name()) > 0 ? gone(table) : 0;
  }

  private long gone(TableSpec table) {
    Choices choices = new Choices(table.consent().orElseThrow());
    Dataset<Row> against =
        choices
            .told(lake.read(table.name()), lake.read(table.consent().orElseThrow().table()))
            .where(choices.needed().and(not(col(Choices.CHOICE))))
            .drop(Choices.CHOICE);
    List<String> media =
        table.columns().stream()
            .filter(column -> column.protection() == Protection.MEDIA)
            .map(org.recordlake.catalog.Column::name)
            .toList();
    Dataset<Row> free =
        holds
            .marked(table, against)
            .where(not(col(Holds.HELD)))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long rows = free.count();
      if (rows > 0) {
        media.forEach(name -> MediaZone.destroy(lake, free.select(name)));
        lake.deleteByKeys(
            table.name(),
            free.select(table.key().stream().map(functions::col).toArray(Column[]::new)));
      }
      return rows;
    } finally {
      free.unpersist();
    }
  }
}
