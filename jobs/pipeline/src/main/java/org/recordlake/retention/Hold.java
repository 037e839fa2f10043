package org.recordlake.retention;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A legal hold: a row of {@code governance.legal_holds}. Matter, scope value and reason may tell of
 * a person and go to no log and no plan line.
 *
 * @param scopeColumn column it is laid on, or {@code table}
 * @param scopeValue the number held, or for the scope {@code table} a table's name or {@code all}
 * @param tables {@code all}, or table names separated by commas
 */
public record Hold(
    String id,
    String matter,
    String scopeColumn,
    String scopeValue,
    String tables,
    Optional<String> reason,
    LocalDate placedOn,
    String placedBy,
    Optional<LocalDate> acknowledgedOn,
    Optional<String> acknowledgedBy,
    Optional<LocalDate> releasedOn,
    Optional<String> releasedBy) {

  static final String TABLE_SCOPE = "table";
  static final String ALL = "all";

  /** Whether it keeps records from destruction on {@code day}. */
  public boolean inForceOn(LocalDate day) {
    return !placedOn.isAfter(day) && releasedOn.map(day::isBefore).orElse(true);
  }

  /** One line for people, without the matter and the number held. */
  public String line() {
    String scope =
        scopeColumn.equals(TABLE_SCOPE)
            ? "whole table(s): " + scopeValue
            : "one " + scopeColumn + " in " + tables + (tables.equals(ALL) ? " tables" : "");
    String end = releasedOn.map(day -> ", released " + day).orElse(", in force");
    return "%s on %s, placed %s%s".formatted(id, scope, placedOn, end);
  }

  /** Whether both keep the same records for the same matter. */
  boolean sameOrderAs(Hold other) {
    return matter.equals(other.matter)
        && scopeColumn.equals(other.scopeColumn)
        && scopeValue.equals(other.scopeValue)
        && tables.equals(other.tables);
  }

  Hold released(LocalDate on, String by) {
    return new Hold(
        id,
        matter,
        scopeColumn,
        scopeValue,
        tables,
        reason,
        placedOn,
        placedBy,
        acknowledgedOn,
        acknowledgedBy,
        Optional.of(on),
        Optional.of(by));
  }

  static Hold of(Row row) {
    return new Hold(
        row.getAs("hold_id"),
        row.getAs("matter"),
        row.getAs("scope_column"),
        row.getAs("scope_value"),
        row.getAs("tables"),
        Optional.ofNullable(row.getAs("reason")),
        row.<Date>getAs("placed_on").toLocalDate(),
        row.getAs("placed_by"),
        Optional.ofNullable(row.<Date>getAs("acknowledged_on")).map(Date::toLocalDate),
        Optional.ofNullable(row.getAs("acknowledged_by")),
        Optional.ofNullable(row.<Date>getAs("released_on")).map(Date::toLocalDate),
        Optional.ofNullable(row.getAs("released_by")));
  }

  Row row() {
    return RowFactory.create(
        id,
        matter,
        scopeColumn,
        scopeValue,
        tables,
        reason.orElse(null),
        Date.valueOf(placedOn),
        placedBy,
        acknowledgedOn.map(Date::valueOf).orElse(null),
        acknowledgedBy.orElse(null),
        releasedOn.map(Date::valueOf).orElse(null),
        releasedBy.orElse(null));
  }
}
