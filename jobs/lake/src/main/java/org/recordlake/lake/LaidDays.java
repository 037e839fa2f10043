package org.recordlake.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.recordlake.catalog.ColumnType;
import org.recordlake.catalog.TableSpec;

/**
 * On which days some rows of a table lie, by the day column that its files are laid out and counted
 * by: told to Delta, it spares reading the files of all other days. It never says which rows are
 * meant, only where they are. The days stand in the Delta log; the column is not personal.
 *
 * @param column empty if the table lies by no day
 * @param undated whether some of the rows have no such day
 */
public record LaidDays(Optional<String> column, SortedSet<LocalDate> days, boolean undated) {
  /** Nothing is known: the rows may lie anywhere. */
  public static final LaidDays ANY = new LaidDays(Optional.empty(), new TreeSet<>(), true);

  /** Up to so many days are told one by one, more of them as a span. */
  private static final int FEW = 32;

  public LaidDays {
    days = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(days));
  }

  /** The day column by which the rows of {@code table} lie and its file statistics tell. */
  public static Optional<String> columnOf(TableSpec table) {
    return table.clusterBy().stream()
        .limit(1)
        .filter(table.statistics()::contains)
        .filter(name -> table.storedColumn(name).orElseThrow().type().equals(ColumnType.DATE))
        .findFirst();
  }

  /** Days found in the column of {@link #columnOf}. */
  public static LaidDays of(TableSpec table, Collection<Date> found, boolean undated) {
    SortedSet<LocalDate> days = new TreeSet<>();
    found.forEach(day -> days.add(day.toLocalDate()));
    return new LaidDays(columnOf(table), days, undated);
  }

  /** Where these or those rows of one table lie. */
  public LaidDays and(LaidDays others) {
    SortedSet<LocalDate> all = new TreeSet<>(days);
    all.addAll(others.days);
    return new LaidDays(column, all, undated || others.undated);
  }

  /**
   * True for each of the rows; empty if that tells nothing.
   *
   * @param prefix what stands before the name of the column, such as {@code held.}
   */
  public Optional<Column> within(String prefix) {
    return column.map(name -> within(col(prefix + name)));
  }

  private Column within(Column day) {
    Column dated =
        days.size() > FEW
            ? day.between(literal(days.first()), literal(days.last()))
            : days.stream()
                .map(each -> day.equalTo(literal(each)))
                .reduce(Column::or)
                .orElseGet(() -> lit(false));
    return undated ? dated.or(day.isNull()) : dated;
  }

  private static Column literal(LocalDate day) {
    return lit(Date.valueOf(day));
  }
}
