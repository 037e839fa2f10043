package org.recordlake.lake.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.Product;
import scala.collection.Iterable;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a statement names, as Spark's own parser reads it and before any name is looked up. Spark
 * has no public way to look at a statement without running it.
 */
public final class ParsedSql {
  private final Set<String> parts = new LinkedHashSet<>();
  private final Set<String> expressions = new LinkedHashSet<>();
  private final Set<List<String>> functions = new LinkedHashSet<>();
  private final Set<List<String>> columns = new LinkedHashSet<>();
  private final List<Relation> relations = new ArrayList<>();

  private ParsedSql() {}

  /**
   * A table, or a named subquery.
   *
   * @param name its parts
   * @param plain whether nothing but the name is said of it: it is neither read as a stream nor
   *     with options
   */
  public record Relation(List<String> name, boolean plain) {}

  /** Must be called with {@code session} active, since the parser reads its settings from there. */
  public static ParsedSql of(String sql, SparkSession session)
      throws org.apache.spark.sql.catalyst.parser.ParseException {
    ParsedSql parsed = new ParsedSql();
    parsed.see(
        ((org.apache.spark.sql.classic.SparkSession) session)
            .sessionState()
            .sqlParser()
            .parsePlan(sql));
    return parsed;
  }

  /** Kinds of plan nodes: what the statement is made of. */
  public Set<String> parts() {
    return Set.copyOf(parts);
  }

  /** Kinds of expression nodes. */
  public Set<String> expressions() {
    return Set.copyOf(expressions);
  }

  /** Names of scalar, aggregate and table functions, in the parts they are written with. */
  public Set<List<String>> functions() {
    return Set.copyOf(functions);
  }

  /** Names of columns, in the parts they are written with; some are functions without brackets. */
  public Set<List<String>> columns() {
    return Set.copyOf(columns);
  }

  public List<Relation> relations() {
    return List.copyOf(relations);
  }

  /** Whatever the parser made, wherever it keeps it. */
  private void see(Object node) {
    if (node instanceof LogicalPlan plan) {
      plan(plan);
    } else if (node instanceof Expression expression) {
      expression(expression);
    }
    if (node instanceof Iterable<?> nodes) {
      each(nodes.iterator());
    } else if (node instanceof Product product) {
      each(product.productIterator());
    }
  }

  private void each(Iterator<?> nodes) {
    while (nodes.hasNext()) {
      see(nodes.next());
    }
  }

  private void plan(LogicalPlan plan) {
    parts.add(plan.nodeName());
    if (plan instanceof UnresolvedRelation relation) {
      boolean plain = !relation.isStreaming() && relation.options().isEmpty();
      relations.add(new Relation(names(relation.multipartIdentifier()), plain));
    } else if (plan instanceof UnresolvedTableValuedFunction function) {
      functions.add(names(function.name()));
    }
  }

  private void expression(Expression expression) {
    expressions.add(expression.getClass().getSimpleName());
    if (expression instanceof UnresolvedFunction function) {
      functions.add(names(function.nameParts()));
    } else if (expression instanceof UnresolvedGenerator generator) {
      functions.add(names(generator.name().nameParts()));
    } else if (expression instanceof UnresolvedAttribute column) {
      columns.add(names(column.nameParts()));
    }
  }

  private static List<String> names(Seq<String> parts) {
    return List.copyOf(CollectionConverters.asJava(parts));
  }
}
