package org.recordlake.insights.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.recordlake.model.ModelParameters;
import org.recordlake.testing.SharedSpark;

/** The rules against a count that looks at every set of services with every customer. */
class ServiceRulesTest {
  private static final List<String> SERVICES =
      IntStream.range(0, 9).mapToObj(n -> "service_" + n).toList();
  private static final StructType BASKETS =
      new StructType()
          .add("customer_key", DataTypes.StringType)
          .add("baskets", DataTypes.createArrayType(DataTypes.StringType))
          .add("portfolio", DataTypes.createArrayType(DataTypes.StringType));

  /** One customer: its orders, and services it uses beside them. */
  private record Customer(List<Set<String>> orders, Set<String> portfolio) {}

  @RepeatedTest(8)
  void everyRuleAndEveryCountIsThatOfBruteForce(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Customer> customers =
        IntStream.range(0, 20 + random.nextInt(100)).mapToObj(n -> customer(random)).toList();
    int threshold = 2 + random.nextInt(10);
    List<String> found = found(customers, threshold);
    assertThat(found).containsExactlyInAnyOrderElementsOf(bruteForce(customers, threshold));
    assertThat(found).anyMatch(rule -> rule.contains(" of 4"));
  }

  private static Customer customer(Random random) {
    List<Set<String>> orders = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      orders.add(some(random, 0.4));
    }
    Set<String> portfolio = some(random, 0.3);
    orders.forEach(portfolio::addAll);
    return new Customer(orders, portfolio);
  }

  /** Services early in the list more often than late ones, one at least. */
  private static Set<String> some(Random random, double share) {
    Set<String> some = new TreeSet<>(Set.of(SERVICES.get(random.nextInt(SERVICES.size()))));
    for (int i = 0; i < SERVICES.size(); i++) {
      if (random.nextDouble() < share * (1.6 - 0.15 * i)) {
        some.add(SERVICES.get(i));
      }
    }
    return some;
  }

  private static List<String> found(List<Customer> customers, int threshold) {
    List<Row> rows =
        customers.stream()
            .map(
                customer ->
                    RowFactory.create(
                        "k",
                        customer.orders().stream()
                            .map(order -> String.join(";", order))
                            .toArray(String[]::new),
                        customer.portfolio().toArray(String[]::new)))
            .toList();
    Dataset<Row> baskets = SharedSpark.session().createDataFrame(rows, BASKETS).repartition(3);
    return new ServiceRules()
            .rows(view -> baskets, new ModelParameters(LocalDate.of(2026, 11, 22), threshold))
            .collectAsList()
            .stream()
            .map(ServiceRulesTest::line)
            .toList();
  }

  private static String line(Row row) {
    return line(
        row.getString(0),
        Arrays.asList(row.getString(1).split(";")),
        row.getString(2),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8));
  }

  private static String line(
      String basis, Collection<String> antecedent, String consequent, long... counts) {
    return basis
        + " "
        + String.join("+", antecedent)
        + " > "
        + consequent
        + " of "
        + (antecedent.size() + 1)
        + " "
        + Arrays.toString(counts);
  }

  private static List<String> bruteForce(List<Customer> customers, int threshold) {
    Map<String, List<List<Set<String>>>> bases = new TreeMap<>();
    bases.put("orders", customers.stream().map(Customer::orders).toList());
    bases.put("portfolios", customers.stream().map(one -> List.of(one.portfolio())).toList());
    List<String> rules = new ArrayList<>();
    bases.forEach((basis, baskets) -> rules.addAll(bruteForce(basis, baskets, threshold)));
    return rules;
  }

  private static List<String> bruteForce(
      String basis, List<List<Set<String>>> baskets, int threshold) {
    List<String> rules = new ArrayList<>();
    for (int bits = 0; bits < 1 << SERVICES.size(); bits++) {
      Set<String> set = set(bits);
      long customers =
          baskets.stream()
              .filter(own -> own.stream().anyMatch(one -> one.containsAll(set)))
              .count();
      if (set.size() < 2 || set.size() > 4 || customers < threshold) {
        continue;
      }
      for (String consequent : set) {
        Set<String> antecedent = new TreeSet<>(set);
        antecedent.remove(consequent);
        rules.add(
            line(
                basis,
                antecedent,
                consequent,
                seen(baskets, antecedent),
                seen(baskets, Set.of(consequent)),
                seen(baskets, set),
                seen(baskets, Set.of()),
                customers));
      }
    }
    return rules;
  }

  private static long seen(List<List<Set<String>>> baskets, Set<String> set) {
    return baskets.stream().flatMap(List::stream).filter(one -> one.containsAll(set)).count();
  }

  private static Set<String> set(int bits) {
    return IntStream.range(0, SERVICES.size())
        .filter(n -> (bits >> n & 1) == 1)
        .mapToObj(SERVICES::get)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
