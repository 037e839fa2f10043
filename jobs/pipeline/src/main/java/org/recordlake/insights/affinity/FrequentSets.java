package org.recordlake.insights.affinity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.problem.Failure;

/**
 * Counts sets of services level by level, as Apriori does (Agrawal and Srikant 1994): one pass over
 * the customers for each size, in which a task counts those sets of its customers that may be
 * frequent and only counts travel. The counts are exact. A set is frequent if enough customers
 * stand behind it, whatever it is counted in.
 */
final class FrequentSets {
  private final SparkSession spark;
  private final long leastCustomers;
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Map<Long, Count> counts = new HashMap<>();

  private FrequentSets(SparkSession spark, long leastCustomers) {
    this.spark = spark;
    this.leastCustomers = leastCustomers;
  }

  /**
   * @param customers as {@link Uses#of} reads them
   * @param leastCustomers from how many customers on a set is frequent
   */
  static FrequentSets of(Dataset<Row> customers, long leastCustomers) {
    FrequentSets sets = new FrequentSets(customers.sparkSession(), leastCustomers);
    JavaRDD<Row> rows = customers.toJavaRDD();
    sets.number(sets.services(rows));
    JavaRDD<Uses> uses = sets.uses(rows).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Set<Long> frequent = new HashSet<>(sets.counts.keySet());
      for (int size = 2; size <= ServiceSet.LARGEST && !frequent.isEmpty(); size++) {
        Map<Long, Count> level = sets.level(uses, size, frequent);
        sets.counts.putAll(level);
        frequent = new HashSet<>(level.keySet());
      }
      return sets;
    } finally {
      uses.unpersist();
    }
  }

  /** Every frequent set of one service at least. */
  Set<Long> sets() {
    Set<Long> sets = new TreeSet<>(counts.keySet());
    for (Basis basis : Basis.values()) {
      sets.remove(ServiceSet.empty(basis));
    }
    return sets;
  }

  /** Of a frequent set, or of everything for {@link ServiceSet#empty}. */
  Count count(long set) {
    return counts.get(set);
  }

  /** Names of the services by their numbers. */
  String[] names() {
    return numbers.keySet().toArray(String[]::new);
  }

  private void number(Map<String, Count> services) {
    Set<String> names = new TreeSet<>();
    services.keySet().stream()
        .filter(key -> key.length() > 1)
        .forEach(key -> names.add(key.substring(1)));
    if (names.size() > ServiceSet.SERVICES) {
      throw Failure.configuration(
          names.size() + " services are used by enough customers to be combined",
          "service_rules",
          "Bring the services that records name down to at most " + ServiceSet.SERVICES + " kinds");
    }
    names.forEach(name -> numbers.put(name, numbers.size()));
    services.forEach((key, count) -> counts.put(set(key), count));
  }

  private long set(String key) {
    Basis basis = Basis.values()[key.charAt(0) - '0'];
    return key.length() == 1
        ? ServiceSet.empty(basis)
        : ServiceSet.single(basis, numbers.get(key.substring(1)));
  }

  private JavaRDD<Uses> uses(JavaRDD<Row> customers) {
    Map<String, Integer> known = new HashMap<>(numbers);
    return customers.map(row -> Uses.of(row, known));
  }

  /** By the digit of the basis and the service's name; the digit alone counts all. */
  private Map<String, Count> services(JavaRDD<Row> customers) {
    return frequent(
        customers.mapPartitions(
            rows -> {
              Tally<String> tally = new Tally<>();
              rows.forEachRemaining(row -> countServices(row, tally));
              return tally.rows();
            }),
        DataTypes.StringType);
  }

  private static void countServices(Row row, Tally<String> tally) {
    String portfolios = String.valueOf(Basis.PORTFOLIOS.ordinal());
    tally.add(portfolios, 1);
    row.<String>getList(row.fieldIndex("portfolio"))
        .forEach(service -> tally.add(portfolios + service, 1));
    tally.closeCustomer();
    String orders = String.valueOf(Basis.ORDERS.ordinal());
    for (String basket : row.<String>getList(row.fieldIndex("baskets"))) {
      tally.add(orders, 1);
      Uses.services(basket).forEach(service -> tally.add(orders + service, 1));
    }
    tally.closeCustomer();
  }

  private Map<Long, Count> level(JavaRDD<Uses> uses, int size, Set<Long> frequent) {
    return frequent(
        uses.mapPartitions(
            customers -> {
              Tally<Long> tally = new Tally<>();
              customers.forEachRemaining(customer -> countSets(customer, size, frequent, tally));
              return tally.rows();
            }),
        DataTypes.LongType);
  }

  private static void countSets(Uses customer, int size, Set<Long> frequent, Tally<Long> tally) {
    ServiceSet.each(
        Basis.PORTFOLIOS, customer.portfolio(), size, frequent::contains, set -> tally.add(set, 1));
    for (int i = 0; i < customer.baskets().length; i++) {
      long orders = customer.orders()[i];
      ServiceSet.each(
          Basis.ORDERS,
          customer.baskets()[i],
          size,
          frequent::contains,
          set -> tally.add(set, orders));
    }
    tally.closeCustomer();
  }

  private <K> Map<K, Count> frequent(JavaRDD<Row> counted, DataType key) {
    StructType schema =
        new StructType().add("key", key).add("seen", "long").add("customers", "long");
    Map<K, Count> frequent = new HashMap<>();
    spark
        .createDataFrame(counted, schema)
        .groupBy("key")
        .agg(sum("seen"), sum("customers"))
        .where(col("sum(customers)").geq(leastCustomers))
        .collectAsList()
        .forEach(row -> frequent.put(row.getAs(0), new Count(row.getLong(1), row.getLong(2))));
    return frequent;
  }

  /** Counts of one task: what a customer adds several times is one customer. */
  private static final class Tally<K> implements Serializable {
    private final Map<K, Count> total = new HashMap<>();
    private final Map<K, Long> ofCustomer = new HashMap<>();

    void add(K key, long seen) {
      ofCustomer.merge(key, seen, Long::sum);
    }

    void closeCustomer() {
      ofCustomer.forEach((key, seen) -> total.merge(key, new Count(seen, 1), Count::plus));
      ofCustomer.clear();
    }

    Iterator<Row> rows() {
      return total.entrySet().stream()
          .map(
              entry ->
                  RowFactory.create(
                      entry.getKey(), entry.getValue().seen(), entry.getValue().customers()))
          .iterator();
    }
  }
}
