package org.recordlake.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.disposal.HoldTerm;
import org.recordlake.disposal.NormalText;

/** The terms of holds that say whom or what, by number, and as rows to be joined with. */
final class HoldTerms {
  static final String VALUE = "_value";
  static final String NUMBER = "_number";

  private static final StructType SCHEMA =
      new StructType().add(VALUE, DataTypes.StringType).add(NUMBER, DataTypes.IntegerType);

  private final SparkSession spark;
  private final Map<Integer, HoldTerm> terms = new HashMap<>();

  HoldTerms(SparkSession spark, HoldOrders orders) {
    this.spark = spark;
    for (HoldOrders.Order order : orders.orders()) {
      List<HoldTerm> subjects = order.predicate().subjects();
      for (int i = 0; i < subjects.size(); i++) {
        terms.put(order.terms().get(i), subjects.get(i));
      }
    }
  }

  Map<Integer, HoldTerm> byNumber() {
    return terms;
  }

  /** Columns in which terms name a value. */
  Set<String> columns() {
    return terms.values().stream()
        .filter(HoldTerm.Named.class::isInstance)
        .map(term -> ((HoldTerm.Named) term).column())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean hasEmails() {
    return terms.values().stream().anyMatch(HoldTerm.Email.class::isInstance);
  }

  /** Values that terms name in {@code column}, each with the number of its term. */
  Dataset<Row> values(String column, boolean folded) {
    return rows(
        term ->
            term instanceof HoldTerm.Named named && named.column().equals(column)
                ? Stream.of(folded ? NormalText.folded(named.value()) : named.value())
                : Stream.of());
  }

  /** Addresses, each with the number of its term. */
  Dataset<Row> emails() {
    return rows(
        term -> term instanceof HoldTerm.Email email ? Stream.of(email.address()) : Stream.of());
  }

  private Dataset<Row> rows(Function<HoldTerm, Stream<String>> value) {
    List<Row> rows = new ArrayList<>();
    terms.forEach(
        (number, term) ->
            value.apply(term).forEach(text -> rows.add(RowFactory.create(text, number))));
    return spark.createDataFrame(rows, SCHEMA);
  }
}
