package org.recordlake.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.disposal.Hold;
import org.recordlake.disposal.HoldPredicate;
import org.recordlake.problem.Failure;

/**
 * A Legal Hold Notice as it is asked for.
 *
 * @param id number to give it; empty for the next free one
 * @param matter lawsuit, audit or inquiry
 * @param scopeColumn one of the notice's hold scopes, {@code table} or {@code where}
 * @param scopeValue the number held; for the scope {@code table} a table's name or {@code all}; for
 *     {@code where} the text of a {@link HoldPredicate}
 * @param tables tables it is limited to; empty for all that have the column
 * @param placedOn first day; empty for the day of the run
 * @param placedBy who orders it
 */
public record HoldOrder(
    Optional<String> id,
    String matter,
    String scopeColumn,
    String scopeValue,
    List<String> tables,
    Optional<String> reason,
    Optional<LocalDate> placedOn,
    String placedBy) {
  private static final String OPTION = "hold place";

  public HoldOrder {
    tables = List.copyOf(tables);
  }

  /**
   * @throws Failure (usage) if it would hold nothing the catalogue knows
   */
  void check(Catalog catalog) {
    required("matter", matter);
    required("scope value", scopeValue);
    required("person who places it", placedBy);
    if (scopeColumn.equals(Hold.TABLE_SCOPE)) {
      namesTable(catalog, scopeValue);
    } else if (scopeColumn.equals(Hold.WHERE_SCOPE)) {
      tables.forEach(table -> namesTable(catalog, table));
      understood(catalog);
    } else if (!catalog.notice().holdScopes().contains(scopeColumn)) {
      throw Failure.usage(
          "a hold cannot be laid on '" + scopeColumn + "'",
          OPTION,
          "Use one of " + String.join(", ", catalog.notice().holdScopes()) + ", table, where");
    } else {
      tables.forEach(table -> hasScope(catalog, table));
    }
  }

  private void understood(Catalog catalog) {
    try {
      HoldPredicate.of(scope(), catalog);
    } catch (HoldPredicate.Unreadable e) {
      throw Failure.usage(e.reason(), OPTION, "Write pairs of a word and a value, joined by 'and'");
    }
  }

  private Hold.Scope scope() {
    boolean wholeTable = scopeColumn.equals(Hold.TABLE_SCOPE);
    String covered = tables.isEmpty() ? Hold.ALL : String.join(",", tables);
    return new Hold.Scope(scopeColumn, scopeValue, wholeTable ? scopeValue : covered);
  }

  Hold hold(String newId, LocalDate asOf) {
    return new Hold(
        newId,
        matter,
        scope(),
        reason,
        Hold.Act.of(placedOn.orElse(asOf), placedBy),
        Hold.Act.NONE,
        Hold.Act.NONE);
  }

  private void hasScope(Catalog catalog, String table) {
    if (!table.equals(Hold.ALL) && !known(catalog, table).storedColumn(scopeColumn).isPresent()) {
      throw Failure.usage(
          "table '" + table + "' has no " + scopeColumn,
          OPTION,
          "Leave it out, or hold the whole table");
    }
  }

  private static void namesTable(Catalog catalog, String name) {
    if (!name.equals(Hold.ALL)) {
      known(catalog, name);
    }
  }

  private static TableSpec known(Catalog catalog, String name) {
    if (!catalog.contains(name) || catalog.table(name).zone() == Zone.MARTS) {
      throw Failure.usage(
          "there is no table of records with the name given",
          OPTION,
          "Use a table of conf/catalog/records, or all");
    }
    return catalog.table(name);
  }

  private static void required(String what, String value) {
    if (value.isBlank()) {
      throw Failure.usage("the " + what + " is missing", OPTION, "Give it");
    }
  }
}
