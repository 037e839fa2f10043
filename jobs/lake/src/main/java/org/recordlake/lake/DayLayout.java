package org.recordlake.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.engine.DataFiles;
import org.recordlake.lake.engine.NotedFile;
import org.recordlake.lake.engine.StagedFiles;

/**
 * Lays the rows of a table by the last day they may be kept: those that fall due soon day by day,
 * others month by month, in files of their own. Expiry then drops whole files and rewrites none,
 * and readers meet no more files than they have to. A big file of many days, or rows replaced, mix
 * them, and this parts them again. Rows stay as they are, and files with rows without such a day
 * where they are.
 *
 * <p>The files that go stay on storage until the table's purge. Killed before its commit, it leaves
 * files that no version needs, and which that purge finds.
 */
public final class DayLayout {
  private final Lake lake;
  private final TableSpec table;
  private final TidyPlan.Limits limits;

  DayLayout(Lake lake, TableSpec table, TidyPlan.Limits limits) {
    this.lake = lake;
    this.table = table;
    this.limits = limits;
  }

  /** Of a table that lies by the last day of its rows; empty for any other. */
  public static Optional<DayLayout> of(Lake lake, TableSpec table) {
    return LaidDays.columnOf(table)
        .filter(TableSpec.DUE_ON::equals)
        .map(day -> new DayLayout(lake, table, TidyPlan.Limits.USUAL));
  }

  public TableSpec table() {
    return table;
  }

  /**
   * What is to be laid anew. Reads the log of tables that are big, and nothing of others.
   *
   * @param asOf what falls due in its month or the next lies day by day
   */
  public TidyPlan plan(LocalDate asOf) {
    return lake.exists(table.name()) && isBig()
        ? TidyPlan.of(files(), asOf, limits)
        : TidyPlan.nothing(asOf);
  }

  private boolean isBig() {
    String location = lake.location(table.name());
    try {
      FileStatus[] files = lake.fileSystem().listStatus(new Path(location));
      long bytes = 0;
      for (FileStatus file : files) {
        bytes += file.getLen();
      }
      return limits.areWorth(bytes, files.length);
    } catch (IOException e) {
      throw Lake.unreachable(location, e);
    }
  }

  /** Those whose rows all have a day. */
  List<DayFile> files() {
    return NotedFile.of(lake.spark(), lake.location(table.name())).stream()
        .flatMap(file -> DayFile.of(file, TableSpec.DUE_ON).stream())
        .toList();
  }

  /**
   * Lays the rows of these files anew, in one commit that changes no row.
   *
   * @throws org.recordlake.problem.Failure (configuration) if rows of the table were deleted by a
   *     deletion vector only
   */
  public void tidy(TidyPlan plan) {
    Set<String> paths = Set.copyOf(paths(plan));
    List<StagedFiles.OldFile> before =
        TableVersion.latest(lake.spark(), lake.location(table.name())).files().stream()
            .filter(file -> paths.contains(file.path()))
            .map(TableVersion.DataFile::toReplace)
            .toList();
    try (StagedFiles files = parted(plan)) {
      files.commitRearranged(before);
    }
  }

  /** The same rows in files that are no part of the table yet. */
  StagedFiles parted(TidyPlan plan) {
    String location = lake.location(table.name());
    StructType schema = lake.spark().read().format("delta").load(location).schema();
    Dataset<Row> rows = DataFiles.rows(lake.spark(), schema, location, paths(plan));
    Dataset<Row> parted =
        rows.repartitionById(plan.parts(), part(plan))
            .sortWithinPartitions(
                Stream.concat(Stream.of(TableSpec.DUE_ON), table.key().stream())
                    .map(functions::col)
                    .toArray(Column[]::new));
    return StagedFiles.write(
        lake.spark(),
        new StagedFiles.Target(location, schema, Optional.empty()),
        parted,
        () -> lake.purge(table.name()));
  }

  /** Number of the part a row goes into: first the days, then the months. */
  private static Column part(TidyPlan plan) {
    Column due = col(TableSpec.DUE_ON);
    LocalDate month = plan.firstMonth();
    int before = plan.days() - month.getYear() * 12 - month.getMonthValue();
    return when(
            due.lt(lit(Date.valueOf(plan.months()))),
            datediff(due, lit(Date.valueOf(plan.first()))))
        .otherwise(year(due).multiply(12).plus(month(due)).plus(before));
  }

  private static List<String> paths(TidyPlan plan) {
    return plan.files().stream().map(DayFile::path).toList();
  }
}
