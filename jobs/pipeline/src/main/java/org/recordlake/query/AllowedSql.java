package org.recordlake.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.lake.engine.ParsedSql;
import org.recordlake.problem.Failure;

/**
 * Holds a parsed statement against what may be asked: only the parts of a SELECT, only functions on
 * the list, only tables of the catalogue, only zones the asker may see. Anything not known here is
 * refused, so a statement that writes, runs a program, reads a file or an older version of a table
 * never gets further.
 */
final class AllowedSql {
  private static final Set<String> PARTS_OF_A_SELECT = AllowedFunctions.read("/sql/parts.txt");

  /** What the parser leaves open, of which is known what it can become. */
  private static final Set<String> OPEN_EXPRESSIONS = AllowedFunctions.read("/sql/expressions.txt");

  /** Functions that Spark takes for columns where no brackets follow. */
  private static final Set<String> NO_COLUMNS =
      Set.of("current_user", "session_user", "user", "current_catalog", "current_database");

  private final Catalog catalog;
  private final Set<Zone> zones;

  private AllowedSql(Catalog catalog, Set<Zone> zones) {
    this.catalog = catalog;
    this.zones = zones;
  }

  /**
   * @param functions names of functions that may be called
   * @return the tables {@code sql} reads
   * @throws Failure (usage) if any part of it is not allowed
   */
  static Set<TableSpec> tables(
      ParsedSql sql, Catalog catalog, Set<Zone> zones, Set<String> functions) {
    sql.parts().stream()
        .filter(Predicate.not(PARTS_OF_A_SELECT::contains))
        .forEach(AllowedSql::refusePart);
    sql.expressions().forEach(AllowedSql::expression);
    sql.columns().forEach(AllowedSql::column);
    sql.functions().forEach(name -> function(name, functions));
    AllowedSql allowed = new AllowedSql(catalog, zones);
    Set<TableSpec> tables = new TreeSet<>(Comparator.comparing(TableSpec::qualifiedName));
    sql.relations().forEach(relation -> allowed.relation(relation, tables));
    return tables;
  }

  private static void refusePart(String part) {
    throw refused(
        "it holds " + part + "; only SELECT may be asked",
        "Write one SELECT over the tables of the data dictionary");
  }

  private static void expression(String kind) {
    if (kind.equals("CurrentUser")
        || kind.contains("Unresolved") && !OPEN_EXPRESSIONS.contains(kind)) {
      throw refused("it holds " + kind, "Name columns, functions and values as they are");
    }
  }

  private static void column(List<String> name) {
    if (name.size() == 1 && NO_COLUMNS.contains(name.get(0).toLowerCase(Locale.ROOT))) {
      throw refusedFunction(name.get(0));
    }
  }

  /** A prefix would lead to functions of another catalogue, so there is none. */
  private static void function(List<String> name, Set<String> functions) {
    if (name.size() > 1 || !functions.contains(name.get(0).toLowerCase(Locale.ROOT))) {
      throw refusedFunction(String.join(".", name));
    }
  }

  /** A name of one part is a named subquery, or nothing: the session holds no other tables. */
  private void relation(ParsedSql.Relation relation, Set<TableSpec> tables) {
    if (!relation.plain()) {
      throw refused("a table may not be read as a stream or with options", "Name the table only");
    }
    if (relation.name().size() > 1) {
      tables.add(table(String.join(".", relation.name()).toLowerCase(Locale.ROOT)));
    }
  }

  private TableSpec table(String qualifiedName) {
    TableSpec found =
        catalog.tables().stream()
            .filter(spec -> spec.qualifiedName().equals(qualifiedName))
            .findFirst()
            .orElseThrow(
                () ->
                    refused(
                        "there is no table '" + qualifiedName + "'",
                        "Use zone.table, one of " + names()));
    if (!zones.contains(found.zone())) {
      throw refused(
          qualifiedName + " is restricted", "Say who asks and why: add --operator and --reason");
    }
    return found;
  }

  private String names() {
    return catalog.tables().stream()
        .filter(spec -> zones.contains(spec.zone()))
        .map(TableSpec::qualifiedName)
        .collect(Collectors.joining(", "));
  }

  private static Failure refusedFunction(String name) {
    return refused(
        "the function '" + name + "' is not allowed",
        "Use functions of the list in " + AllowedFunctions.SOURCE);
  }

  private static Failure refused(String why, String mend) {
    return Failure.usage("cannot run this: " + why, "query", mend);
  }
}
