package org.recordlake.disposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Notice;
import org.recordlake.catalog.PiiClass;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;

/**
 * What a hold is laid on, as terms that must all fit: {@code host_email "a@b.gov" and date
 * 2025-01-01..2025-03-31 and category 9}. Written as pairs of a word and a value, joined by {@code
 * and}; a value with spaces stands in double quotes, a quote in it is doubled.
 */
public record HoldPredicate(List<HoldTerm> terms) {
  private static final Set<PiiClass> TELLING = Set.of(PiiClass.ID, PiiClass.NAME, PiiClass.CONTACT);

  public HoldPredicate {
    terms = List.copyOf(terms);
  }

  /** A scope this version cannot understand. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Unreadable(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** What is not understood; holds no value of the scope. */
    public String reason() {
      return reason;
    }
  }

  /**
   * What {@code scope} says.
   *
   * @throws Unreadable if it is not understood, or names what the catalogue does not know
   */
  public static HoldPredicate of(Hold.Scope scope, Catalog catalog) throws Unreadable {
    List<HoldTerm> terms = new ArrayList<>();
    if (scope.column().equals(Hold.TABLE_SCOPE)) {
      terms.add(new HoldTerm.Tables(List.of(scope.value())));
    } else {
      terms.addAll(
          scope.column().equals(Hold.WHERE_SCOPE)
              ? HoldScopeText.terms(scope.value())
              : List.of(new HoldTerm.Named(scope.column(), scope.value())));
      terms.add(
          new HoldTerm.Tables(
              Stream.of(scope.tables().split(",", -1)).map(String::strip).toList()));
    }
    HoldPredicate predicate = new HoldPredicate(terms);
    predicate.check(scope.column(), catalog);
    return predicate;
  }

  /** The terms that say whom or what records are about. */
  public List<HoldTerm> subjects() {
    return terms.stream().filter(HoldTerm::isSubject).toList();
  }

  /** The limits of time. */
  public List<HoldTerm.Dates> dates() {
    return terms.stream()
        .filter(HoldTerm.Dates.class::isInstance)
        .map(HoldTerm.Dates.class::cast)
        .toList();
  }

  /** Whether rows of {@code table} may be covered at all, by its name and category. */
  public boolean admits(TableSpec table) {
    return terms.stream().allMatch(term -> admits(term, table));
  }

  /** The records tables that {@link #admits} lets through. */
  public List<TableSpec> tables(Catalog catalog) {
    return catalog.tables(Zone.RECORDS).stream().filter(this::admits).toList();
  }

  private static boolean admits(HoldTerm term, TableSpec table) {
    if (term instanceof HoldTerm.Category category) {
      return table.category().filter(category.id()::equals).isPresent();
    }
    return !(term instanceof HoldTerm.Tables tables)
        || tables.names().contains(Hold.ALL)
        || tables.names().contains(table.name());
  }

  private void check(String scopeColumn, Catalog catalog) throws Unreadable {
    if (!scopeColumn.equals(Hold.TABLE_SCOPE)
        && !scopeColumn.equals(Hold.WHERE_SCOPE)
        && !catalog.notice().holdScopes().contains(scopeColumn)) {
      throw new Unreadable("its scope column is none of the notice's hold_scopes");
    }
    for (HoldTerm term : terms) {
      check(term, catalog);
    }
    if (tables(catalog).isEmpty() && !namesLedger(catalog)) {
      throw new Unreadable("no table fits all of its terms");
    }
  }

  private boolean namesLedger(Catalog catalog) {
    return catalog.tables(Zone.GOVERNANCE).stream().anyMatch(this::admits);
  }

  private static void check(HoldTerm term, Catalog catalog) throws Unreadable {
    if (term instanceof HoldTerm.Named named) {
      check(!named.value().isBlank(), "it names no value");
      check(
          columns(catalog).contains(named.column()),
          "a word of its scope is no column a hold can be laid on");
    } else if (term instanceof HoldTerm.Email email) {
      check(
          email.address().matches("[^@\\s]+@[^@\\s]+"),
          "what follows 'email' in its scope is no e-mail address");
    } else if (term instanceof HoldTerm.Dates dates) {
      check(
          !dates.from().orElse(LocalDate.MIN).isAfter(dates.to().orElse(LocalDate.MAX)),
          "the last day of its scope is before the first");
    } else if (term instanceof HoldTerm.Category category) {
      check(
          catalog.notice().categories().stream()
              .map(Notice.Item::id)
              .anyMatch(category.id()::equals),
          "the notice does not have the category of its scope");
    } else if (term instanceof HoldTerm.Tables tables) {
      check(known(tables.names(), catalog), "it names a table the catalogue does not have");
    }
  }

  private static void check(boolean understood, String otherwise) throws Unreadable {
    if (!understood) {
      throw new Unreadable(otherwise);
    }
  }

  private static boolean known(Collection<String> names, Catalog catalog) {
    return names.stream()
        .allMatch(
            name ->
                name.equals(Hold.ALL)
                    || (catalog.contains(name) && catalog.table(name).zone() != Zone.MARTS));
  }

  /** Columns a hold can be laid on. */
  public static Set<String> columns(Catalog catalog) {
    Stream<String> telling =
        catalog.tables(Zone.RECORDS).stream()
            .flatMap(table -> table.storedColumns().stream())
            .filter(column -> TELLING.contains(column.pii()))
            .map(org.recordlake.catalog.Column::name);
    return Stream.concat(catalog.notice().holdScopes().stream(), telling)
        .collect(Collectors.toUnmodifiableSet());
  }
}
