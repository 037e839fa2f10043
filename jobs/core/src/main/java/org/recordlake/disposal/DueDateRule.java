package org.recordlake.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.catalog.RetentionSchedule;
import org.recordlake.catalog.TableSpec;

/**
 * Which rule of the schedule rules a row, and the last day the row may be kept: the plain statement
 * of what the jobs work out for millions of rows at once, and are held against.
 */
public final class DueDateRule {
  private final RetentionSchedule schedule;
  private final ZoneId zone;

  /**
   * @param zone whose calendar days count where a row tells an instant
   */
  public DueDateRule(RetentionSchedule schedule, ZoneId zone) {
    this.schedule = schedule;
    this.zone = zone;
  }

  /**
   * What the schedule says of a row.
   *
   * @param rule id of the rule
   * @param lastDay last day it may be kept; empty while its period has not begun
   * @param waitsFrom for a row whose parent is not known, the day from which it waits for it; empty
   *     for all others
   */
  public record Due(String rule, Optional<LocalDate> lastDay, Optional<LocalDate> waitsFrom) {
    /** Whether a run of {@code asOf} must destroy it, if no hold keeps it. */
    public boolean isPast(LocalDate asOf) {
      return lastDay.map(asOf::isAfter).orElse(false);
    }

    private static Due on(String rule, Optional<LocalDate> lastDay) {
      return new Due(rule, lastDay, Optional.empty());
    }

    private static Due waiting(String rule, Optional<LocalDate> from) {
      return new Due(rule, Optional.empty(), from);
    }
  }

  /** Finds the row another one belongs to. */
  public interface Parents {
    /** No row has any. */
    Parents NONE = (table, key) -> Optional.empty();

    /** The row of {@code table} with that key, by column; empty if there is none. */
    Optional<Map<String, Object>> row(String table, Object key);
  }

  /**
   * Applies the first clause of the table whose condition fits.
   *
   * @param row values by column: days as {@link LocalDate}, instants as {@link Instant}; a column
   *     that is missing is empty
   * @return empty if the table is kept outside the schedule
   */
  public Optional<Due> of(TableSpec table, Map<String, Object> row, Parents parents) {
    return table.retention().stream()
        .filter(clause -> clause.when().map(when -> when.fits(row.get(when.column()))).orElse(true))
        .findFirst()
        .flatMap(clause -> due(clause, row, parents));
  }

  private Optional<Due> due(RetentionClause clause, Map<String, Object> row, Parents parents) {
    if (clause instanceof RetentionClause.ByOwnDate own) {
      return Optional.of(due(own.rule(), row.get(own.column())));
    }
    if (clause instanceof RetentionClause.ByOtherTable other) {
      Optional<Map<String, Object>> parent =
          Optional.ofNullable(row.get(other.by())).flatMap(key -> parents.row(other.table(), key));
      return Optional.of(
          parent
              .map(found -> due(other.rule(), found.get(other.column())))
              .orElseGet(() -> withoutParent(other, row)));
    }
    return Optional.empty();
  }

  private Due withoutParent(RetentionClause.ByOtherTable clause, Map<String, Object> row) {
    return clause
        .ownDate()
        .map(own -> due(clause.rule(), row.get(own)))
        .orElseGet(
            () -> Due.waiting(clause.rule(), clause.waitsFrom().map(row::get).map(this::day)));
  }

  private Due due(String id, Object trigger) {
    RetentionRule rule = schedule.rule(id).orElseThrow();
    return Due.on(id, Optional.ofNullable(trigger).map(this::day).map(rule::dueOn));
  }

  private LocalDate day(Object trigger) {
    return trigger instanceof Instant instant
        ? LocalDate.ofInstant(instant, zone)
        : (LocalDate) trigger;
  }
}
