package org.recordlake.query;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.problem.Failure;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Holds a parsed statement against what may be asked: only the parts of a SELECT, only tables of
 * the catalogue, only zones the asker may see. Anything not known here is refused, so a statement
 * that writes, runs a program, reads a file or an older version of a table never gets further.
 */
final class AllowedSql {
  private static final Set<String> PARTS_OF_A_SELECT =
      Set.of(
          "Aggregate",
          "Distinct",
          "Except",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LocalLimit",
          "LocalRelation",
          "Offset",
          "OneRowRelation",
          "Pivot",
          "Project",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "Unpivot",
          "UnresolvedHaving",
          "UnresolvedHint",
          "UnresolvedInlineTable",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedTableValuedFunction",
          "UnresolvedTVFAliases",
          "UnresolvedWith",
          "WithWindowDefinition");

  private static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "range",
          "explode",
          "explode_outer",
          "posexplode",
          "posexplode_outer",
          "inline",
          "inline_outer",
          "stack");

  /** Functions that call any Java method by name. */
  private static final Set<String> REFUSED_FUNCTIONS =
      Set.of("reflect", "java_method", "try_reflect");

  private final Catalog catalog;
  private final Set<Zone> zones;
  private final Set<TableSpec> tables =
      new TreeSet<>(java.util.Comparator.comparing(TableSpec::qualifiedName));

  private AllowedSql(Catalog catalog, Set<Zone> zones) {
    this.catalog = catalog;
    this.zones = zones;
  }

  /**
   * @return the tables {@code plan} reads
   * @throws Failure (usage) if any part of it is not allowed
   */
  static Set<TableSpec> tables(LogicalPlan plan, Catalog catalog, Set<Zone> zones) {
    AllowedSql allowed = new AllowedSql(catalog, zones);
    allowed.plan(plan);
    return allowed.tables;
  }

  private void plan(LogicalPlan plan) {
    if (!PARTS_OF_A_SELECT.contains(plan.nodeName())) {
      throw refused(
          "it holds " + plan.nodeName() + "; only SELECT may be asked",
          "Write one SELECT over the tables of the data dictionary");
    }
    if (plan instanceof UnresolvedRelation relation) {
      relation(relation);
    } else if (plan instanceof UnresolvedTableValuedFunction function) {
      tableFunction(last(function.name()));
    }
    each(plan.children(), LogicalPlan.class, this::plan);
    each(plan.innerChildren(), LogicalPlan.class, this::plan);
    each(plan.expressions(), Expression.class, this::expression);
  }

  private void expression(Expression expression) {
    if (expression instanceof PlanExpression<?> subquery
        && subquery.plan() instanceof LogicalPlan inner) {
      plan(inner);
    } else if (expression instanceof UnresolvedFunction function) {
      function(last(function.nameParts()));
    } else if (expression instanceof UnresolvedGenerator generator) {
      function(generator.name().funcName());
    }
    each(expression.children(), Expression.class, this::expression);
  }

  /** A name of one part is a named subquery, or nothing: the session holds no other tables. */
  private void relation(UnresolvedRelation relation) {
    java.util.List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
    if (relation.isStreaming() || !relation.options().isEmpty()) {
      throw refused("a table may not be read as a stream or with options", "Name the table only");
    }
    if (parts.size() > 1) {
      tables.add(table(String.join(".", parts).toLowerCase(Locale.ROOT)));
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

  private static void tableFunction(String name) {
    if (!TABLE_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
      throw refused(
          "the table function '" + name + "' is not allowed",
          "Use one of " + new TreeSet<>(TABLE_FUNCTIONS));
    }
  }

  private static void function(String name) {
    if (REFUSED_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
      throw refused("the function '" + name + "' is not allowed", "Leave it out");
    }
  }

  private static String last(Seq<String> nameParts) {
    return nameParts.last();
  }

  private static <T> void each(
      Seq<?> nodes, Class<T> type, java.util.function.Consumer<T> consumer) {
    CollectionConverters.asJava(nodes).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .forEach(consumer);
  }

  private static Failure refused(String why, String mend) {
    return Failure.usage("cannot run this: " + why, "query", mend);
  }
}
