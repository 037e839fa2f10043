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
   * Ruled by the schedule, counted from a date of the row it belongs to, as that row tells it now.
   *
   * @param table the table that holds the date
   * @param column the date there
   * @param by key of that table, and the column of the same name here
   * @param absent what counts where there is no such row
   */
  record ByOtherTable(
      String rule, Optional<Condition> when, String table, String column, String by, Absent absent)
      implements RetentionClause {
    /** The own date by which a row is due that has lost its parent, or never had one. */
    public Optional<String> ownDate() {
      return absent instanceof OwnDate own ? Optional.of(own.column()) : Optional.empty();
    }

    /** The own date from which a row has waited for its parent. */
    public Optional<String> waitsFrom() {
      return absent instanceof Waits waits ? Optional.of(waits.from()) : Optional.empty();
    }
  }

  /** What becomes of a row whose parent is not known. */
  sealed interface Absent {}

  /**
   * The row has no due date: nobody can say when its period begins. It is kept until its parent
   * comes, and shown to a person once it has waited longer than its period.
   *
   * @param from own date from which it has waited
   */
  record Waits(String from) implements Absent {}

  /** The row tells the date itself; the parent, once it is there, has the better word. */
  record OwnDate(String column) implements Absent {}

  /** Not ruled by the schedule, for a stated reason. */
  record Kept(String rule, Optional<Condition> when, String reason) implements RetentionClause {}
}
