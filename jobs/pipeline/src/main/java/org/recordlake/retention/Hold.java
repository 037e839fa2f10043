package org.recordlake.retention;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A legal hold: a row of {@code governance.legal_holds}. Matter, scope value and reason may tell of
 * a person and go to no log and no plan line.
 */
public record Hold(
    String id,
    String matter,
    Scope scope,
    Optional<String> reason,
    Act placed,
    Act acknowledged,
    Act released) {
  static final String TABLE_SCOPE = "table";
  static final String ALL = "all";

  /**
   * What a hold is laid on.
   *
   * @param column column it is laid on, or {@code table}
   * @param value the number held, or for the scope {@code table} a table's name or {@code all}
   * @param tables {@code all}, or table names separated by commas
   */
  public record Scope(String column, String value, String tables) {}

  /** What somebody did about the hold on a day; both are empty before. */
  public record Act(Optional<LocalDate> on, Optional<String> by) {
    static final Act NONE = new Act(Optional.empty(), Optional.empty());

    static Act of(LocalDate on, String by) {
      return new Act(Optional.of(on), Optional.of(by));
    }

    private static Act of(Row row, String deed) {
      return new Act(
          Optional.ofNullable(row.<Date>getAs(deed + "_on")).map(Date::toLocalDate),
          Optional.ofNullable(row.getAs(deed + "_by")));
    }

    private Date day() {
      return on.map(Date::valueOf).orElse(null);
    }
  }

  /** First day on which it holds. */
  LocalDate placedOn() {
    return placed.on().orElseThrow();
  }

  /** First day on which it holds no more. */
  Optional<LocalDate> releasedOn() {
    return released.on();
  }

  /** Whether it keeps records from destruction on {@code day}. */
  public boolean inForceOn(LocalDate day) {
    return !placedOn().isAfter(day) && releasedOn().map(day::isBefore).orElse(true);
  }

  /** One line for people, without the matter and the number held. */
  public String line() {
    String tables = scope.tables();
    String held =
        scope.column().equals(TABLE_SCOPE)
            ? "whole table(s): " + scope.value()
            : "one " + scope.column() + " in " + tables + (tables.equals(ALL) ? " tables" : "");
    String end = releasedOn().map(day -> ", released " + day).orElse(", in force");
    return "%s on %s, placed %s%s".formatted(id, held, placedOn(), end);
  }

  /** Whether both keep the same records for the same matter. */
  boolean sameOrderAs(Hold other) {
    return matter.equals(other.matter) && scope.equals(other.scope);
  }

  Hold released(LocalDate on, String by) {
    return new Hold(id, matter, scope, reason, placed, acknowledged, Act.of(on, by));
  }

  static Hold of(Row row) {
    return new Hold(
        row.getAs("hold_id"),
        row.getAs("matter"),
        new Scope(row.getAs("scope_column"), row.getAs("scope_value"), row.getAs("tables")),
        Optional.ofNullable(row.getAs("reason")),
        Act.of(row, "placed"),
        Act.of(row, "acknowledged"),
        Act.of(row, "released"));
  }

  Row row() {
    return RowFactory.create(
        id,
        matter,
        scope.column(),
        scope.value(),
        scope.tables(),
        reason.orElse(null),
        placed.day(),
        placed.by().orElse(null),
        acknowledged.day(),
        acknowledged.by().orElse(null),
        released.day(),
        released.by().orElse(null));
  }
}
