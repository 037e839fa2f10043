package org.recordlake.disposal;

import java.time.LocalDate;
import java.util.Optional;

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
  /** Scope of a hold on whole tables. */
  public static final String TABLE_SCOPE = "table";

  /** Scope of a hold on what a {@link HoldPredicate} says. */
  public static final String WHERE_SCOPE = "where";

  /** For every table. */
  public static final String ALL = "all";

  /**
   * What a hold is laid on.
   *
   * @param column column it is laid on, {@code table} or {@code where}
   * @param value the number held; for the scope {@code table} a table's name or {@code all}; for
   *     {@code where} the text of a {@link HoldPredicate}
   * @param tables {@code all}, or table names separated by commas
   */
  public record Scope(String column, String value, String tables) {}

  /** What somebody did about the hold on a day; both are empty before. */
  public record Act(Optional<LocalDate> on, Optional<String> by) {
    public static final Act NONE = new Act(Optional.empty(), Optional.empty());

    public static Act of(LocalDate on, String by) {
      return new Act(Optional.of(on), Optional.of(by));
    }
  }

  /** First day on which it holds. */
  public LocalDate placedOn() {
    return placed.on().orElseThrow();
  }

  /** First day on which it holds no more. */
  public Optional<LocalDate> releasedOn() {
    return released.on();
  }

  /** Whether it keeps records from destruction on {@code day}. */
  public boolean inForceOn(LocalDate day) {
    return !placedOn().isAfter(day) && releasedOn().map(day::isBefore).orElse(true);
  }

  /** Whether it keeps records on some day from {@code from} to {@code to}. */
  public boolean inForceBetween(LocalDate from, LocalDate to) {
    return !placedOn().isAfter(to) && releasedOn().map(from::isBefore).orElse(true);
  }

  /** One line for people, without the matter and the number held. */
  public String line() {
    String tables = scope.tables();
    String in = " in " + tables + (tables.equals(ALL) ? " tables" : "");
    String held =
        switch (scope.column()) {
          case TABLE_SCOPE -> "whole table(s): " + scope.value();
          case WHERE_SCOPE -> "what its scope says" + in;
          default -> "one " + scope.column() + in;
        };
    String end = releasedOn().map(day -> ", released " + day).orElse(", in force");
    return "%s on %s, placed %s%s".formatted(id, held, placedOn(), end);
  }

  /** Whether both keep the same records for the same matter. */
  public boolean sameOrderAs(Hold other) {
    return matter.equals(other.matter) && scope.equals(other.scope);
  }

  /** The hold once it is released: from {@code on} on it keeps nothing. */
  public Hold released(LocalDate on, String by) {
    return new Hold(id, matter, scope, reason, placed, acknowledged, Act.of(on, by));
  }
}
