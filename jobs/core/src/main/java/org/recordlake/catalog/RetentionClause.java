package org.recordlake.catalog;

import java.util.Optional;

/**
 * How long rows of a table live. The first clause of a table whose condition holds rules the row.
 */
public sealed interface RetentionClause {
  /** Id of a rule of the notice's schedule, or {@code keep} or {@code derived}. */
  String rule();

  Optional<Condition> when();

  /** Ruled by the schedule, counted from a date of the row itself. */
  record ByOwnDate(String rule, Optional<Condition> when, String column)
      implements RetentionClause {}

  /**
   * Ruled by the schedule, counted from a date of the row it belongs to.
   *
   * @param table the table that holds the date
   * @param column the date there
   * @param by key of that table, and the column of the same name here
   * @param orphan own date that counts where there is no such row
   */
  record ByOtherTable(
      String rule, Optional<Condition> when, String table, String column, String by, String orphan)
      implements RetentionClause {}

  /** Not ruled by the schedule, for a stated reason. */
  record Kept(String rule, Optional<Condition> when, String reason) implements RetentionClause {}
}
