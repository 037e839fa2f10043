package org.recordlake.retention;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.catalog.TableSpec;
import org.recordlake.certificate.Certificate;
import org.recordlake.lake.LaidDays;
import org.recordlake.lake.Lake;
import org.recordlake.problem.Failure;
import org.recordlake.schedule.DisposedKeys;

/**
 * The keys of the rows to destroy in one table, taken before the first row of any table goes: what
 * is due in one table hangs from rows of another. They stay in Spark's memory, or encrypted on its
 * disk, until {@link #close}.
 */
final class DisposalKeys implements AutoCloseable {
  private final TableSpec table;
  private final long version;
  private final Dataset<Row> rows;
  private final Map<String, Count> counts;

  private DisposalKeys(
      TableSpec table, long version, Dataset<Row> rows, Map<String, Count> counts) {
    this.table = table;
    this.version = version;
    this.rows = rows;
    this.counts = counts;
  }

  /**
   * @param rows rows to delete
   * @param media media files to destroy with them
   * @param days where the rows lie
   * @param paper how the paper was destroyed for which they stand; none for other rows
   */
  record Count(long rows, long media, LaidDays days, List<Certificate.Destroyed> paper) {
    static final Count NONE = new Count(0, 0, LaidDays.ANY, List.of());

    private Count plus(Count other) {
      return new Count(
          rows + other.rows,
          media + other.media,
          days.and(other.days),
          Stream.concat(paper.stream(), other.paper.stream()).toList());
    }
  }

  /** Takes the keys that go with {@code dispositions} of {@code table} from its latest version. */
  static DisposalKeys take(
      Lake lake, DueRows due, TableSpec table, List<Disposition> dispositions) {
    Dataset<Row> rows = due.toDestroy(table, dispositions).persist(StorageLevel.MEMORY_AND_DISK());
    return new DisposalKeys(table, lake.version(table.name()), rows, counted(table, rows));
  }

  /** The same but for those that stand in {@code kept}; takes the place of this. */
  DisposalKeys without(Dataset<Row> kept) {
    Dataset<Row> left =
        rows.join(kept.select(key()), table.key().toArray(String[]::new), "left_anti")
            .persist(StorageLevel.MEMORY_AND_DISK());
    DisposalKeys fewer = new DisposalKeys(table, version, left, counted(table, left));
    close();
    return fewer;
  }

  TableSpec table() {
    return table;
  }

  /** Version of the table the keys were taken from. */
  long version() {
    return version;
  }

  Count under(Disposition disposition) {
    return counts.getOrDefault(disposition.batch(), Count.NONE);
  }

  /** The whole rows, as long as they are not destroyed; empty where nothing goes. */
  Optional<Dataset<Row>> rows(Lake lake) {
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            nearby(lake.read(table.name()))
                .join(rows.select(key()), table.key().toArray(String[]::new), "left_semi"));
  }

  private Dataset<Row> nearby(Dataset<Row> stored) {
    return days().within("").map(stored::where).orElse(stored);
  }

  private LaidDays days() {
    return counts.values().stream().map(Count::days).reduce(LaidDays::and).orElse(LaidDays.ANY);
  }

  private Column[] key() {
    return table.key().stream().map(functions::col).toArray(Column[]::new);
  }

  /** What is to be noted so that the rows do not come back; empty where nothing goes. */
  Optional<Dataset<Row>> noted(DisposedKeys disposed, LocalDate asOf) {
    Date day = Date.valueOf(asOf);
    return counts.isEmpty() || !DisposedKeys.areLeftBy(table)
        ? Optional.empty()
        : Optional.of(disposed.noted(table, rows, true, lit(day), day));
  }

  /** Destroys the files, then deletes the rows. Again, after it was done: nothing. */
  void destroy(Lake lake) {
    if (counts.isEmpty()) {
      return;
    }
    DueRows.mediaColumns(table).forEach(name -> MediaFiles.destroy(lake, rows.select(name)));
    lake.deleteByKeys(table.name(), rows.select(key()), days());
  }

  @Override
  public void close() {
    rows.unpersist();
  }

  private static Map<String, Count> counted(TableSpec table, Dataset<Row> rows) {
    Column media = lit(0L);
    Column astray = lit(0L);
    for (String name : DueRows.mediaColumns(table)) {
      media = media.plus(number(col(name).isNotNull()));
      astray = astray.plus(number(MediaFiles.leadsAstray(col(name))));
    }
    Column day = LaidDays.columnOf(table).map(functions::col).orElse(lit(null).cast("date"));
    List<Row> counted =
        rows.groupBy(DueRows.BATCH, PaperFiles.CONFIRMATION)
            .agg(
                count(lit(1)), sum(media), sum(astray), collect_set(day), sum(number(day.isNull())))
            .orderBy(DueRows.BATCH, PaperFiles.CONFIRMATION)
            .collectAsList();
    Map<String, Count> counts = new LinkedHashMap<>();
    for (Row row : counted) {
      refuseAstray(table, row.getLong(4));
      Count count =
          new Count(
              row.getLong(2),
              row.getLong(3),
              LaidDays.of(table, row.getList(5), row.getLong(6) > 0),
              paper(row.getStruct(1), row.getLong(2)));
      counts.merge(row.getString(0), count, Count::plus);
    }
    return counts;
  }

  private static List<Certificate.Destroyed> paper(Row confirmation, long files) {
    return confirmation == null
        ? List.of()
        : List.of(
            new Certificate.Destroyed(
                confirmation.getString(0),
                confirmation.getDate(1).toLocalDate(),
                confirmation.getString(2),
                files));
  }

  private static Column number(Column condition) {
    return when(coalesce(condition, lit(false)), 1L).otherwise(0L);
  }

  private static void refuseAstray(TableSpec table, long names) {
    if (names > 0) {
      throw Failure.dataChecks(
          names + " row(s) to destroy name a media file that does not lie in the media folder",
          table.qualifiedName(),
          "Correct them: media files lie directly in the folder, under the names ingest gives");
    }
  }
}
