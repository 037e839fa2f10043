package org.recordlake.schedule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;
import org.recordlake.disposal.HoldPredicate;
import org.recordlake.disposal.HoldTerm;
import org.recordlake.disposal.Kinship;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Problem;

/**
 * The legal holds in force on a day. A hold beats the schedule: what it covers is neither destroyed
 * nor refused on arrival. It covers the rows that lead to what it names ({@link HoldReach}), and
 * alone the rows from which those count their dates. While a hold is not understood, everything is
 * held.
 */
public final class Holds {
  /** Added by {@link #marked}: whether a hold covers the row. */
  public static final String HELD = "_held";

  /** Added by {@link #heldBy}: numbers of the holds that cover the row. */
  public static final String HELD_BY = "_held_by";

  /** Stands in {@link #HELD_BY} where nobody can say what is held. */
  public static final String UNREAD = "unread";

  private static final String ORDERS = "_orders";

  private final JobContext context;
  private final HoldOrders orders;
  private final boolean allHeld;
  private final HoldReach reach;
  private final Kinship kinship;
  private final Map<Kinship.Hanging, Dataset<Row>> hanging = new ConcurrentHashMap<>();

  private Holds(JobContext context, HoldOrders orders, boolean allHeld) {
    this(context, orders, allHeld, new LeadingRows(context.lake(), Map.of()));
  }

  private Holds(JobContext context, HoldOrders orders, boolean allHeld, LeadingRows leading) {
    this.context = context;
    this.orders = orders;
    this.allHeld = allHeld;
    this.reach = new HoldReach(context, orders, leading);
    this.kinship = new Kinship(context.catalog());
  }

  /** Those of the context's day: from the day a hold is placed until the day before its release. */
  public static Holds on(JobContext context) {
    return on(context, UnreadOrders.of(context));
  }

  /** Those of any day from {@code from} to the context's. */
  public static Holds since(LocalDate from, JobContext context) {
    HoldOrders orders = HoldOrders.since(from, context);
    boolean unread = !UnreadOrders.of(context).isEmpty() || !orders.unread().isEmpty();
    return new Holds(context, orders, unread);
  }

  /** The same as far as they are understood, as if there were no others. */
  public static Holds understood(JobContext context) {
    return new Holds(context, HoldOrders.on(context), false);
  }

  /**
   * The same where some order could not be read at all, and whatever it may cover is held.
   *
   * @param unread what could not be read
   */
  public static Holds on(JobContext context, List<Problem> unread) {
    HoldOrders orders = HoldOrders.on(context);
    return new Holds(context, orders, !unread.isEmpty() || !orders.unread().isEmpty());
  }

  /**
   * The same where rows that a run is about to store lead to what is held as if they were stored.
   *
   * @param arriving by name of their table, with all columns it stores
   */
  public Holds leadingOn(Map<String, Dataset<Row>> arriving) {
    boolean mayLead =
        !allHeld
            && arriving.keySet().stream().map(context.catalog()::table).anyMatch(reach::mayLeadOn);
    return mayLead
        ? new Holds(context, orders, allHeld, new LeadingRows(context.lake(), arriving))
        : this;
  }

  /** Whether nothing at all is held. */
  public boolean none() {
    return !allHeld && orders.orders().isEmpty();
  }

  /** Adds {@link #HELD} to rows of {@code table}. */
  public Dataset<Row> marked(TableSpec table, Dataset<Row> rows) {
    if (allHeld || orders.orders().isEmpty()) {
      return rows.withColumn(HELD, lit(allHeld));
    }
    return heldBy(table, rows).withColumn(HELD, size(col(HELD_BY)).gt(0)).drop(HELD_BY);
  }

  /** Adds {@link #HELD_BY} to rows of {@code table}. */
  public Dataset<Row> heldBy(TableSpec table, Dataset<Row> rows) {
    if (allHeld) {
      return rows.withColumn(HELD_BY, array(lit(UNREAD)));
    }
    if (orders.orders().isEmpty()) {
      return rows.withColumn(HELD_BY, nobody());
    }
    return switch (table.name()) {
      case HeldVersions.TABLE -> new VersionHolds(context, this).heldBy(rows);
      case QuarantineHolds.TABLE -> new QuarantineHolds(words()).heldBy(rows);
      default -> heldBy(table, rows, Set.of());
    };
  }

  /** What the holds name, to be looked for in text that is no table. */
  public HeldWords words() {
    return HeldWords.of(context, orders, reach, allHeld);
  }

  /**
   * @param below tables whose rows were already asked for what they hang from
   */
  private Dataset<Row> heldBy(TableSpec table, Dataset<Row> rows, Set<String> below) {
    Dataset<Row> marked = direct(table, rows);
    List<Column> found = new ArrayList<>(List.of(col(HELD_BY)));
    List<Column> kept = Arrays.stream(rows.columns()).map(functions::col).toList();
    int number = 0;
    for (Kinship.Hanging child : kinship.hanging(table)) {
      if (!below.contains(child.table().name()) && hangs(child, table, rows)) {
        String name = "_hangs" + number++;
        marked =
            marked.join(
                held(child, below).toDF(name + "_by", name),
                col(child.by()).equalTo(col(name + "_by")),
                "left_outer");
        found.add(coalesce(col(name), nobody()));
      }
    }
    Column all = array_distinct(concat(found.toArray(Column[]::new))).as(HELD_BY);
    return number == 0
        ? marked
        : marked.select(Stream.concat(kept.stream(), Stream.of(all)).toArray(Column[]::new));
  }

  private boolean hangs(Kinship.Hanging child, TableSpec parent, Dataset<Row> rows) {
    return List.of(rows.columns()).contains(child.by())
        && context.lake().exists(child.table().name())
        && orders.admitting(child.table()).stream()
            .anyMatch(
                order -> mayReach(order, child.table()) && !reachesBoth(order, child.by(), parent));
  }

  private boolean mayReach(HoldOrders.Order order, TableSpec table) {
    return order.predicate().subjects().stream()
        .filter(HoldTerm.Named.class::isInstance)
        .map(term -> ((HoldTerm.Named) term).column())
        .allMatch(column -> reach.mayReach(column, table));
  }

  /** Whether an order covers a parent by itself wherever it covers what hangs from it. */
  private static boolean reachesBoth(HoldOrders.Order order, String by, TableSpec parent) {
    HoldPredicate predicate = order.predicate();
    return predicate.admits(parent)
        && predicate.dates().isEmpty()
        && predicate.subjects().stream()
            .allMatch(term -> term instanceof HoldTerm.Named named && named.column().equals(by));
  }

  /** Keys of parents from which held rows hang, with the numbers of the holds. */
  private Dataset<Row> held(Kinship.Hanging child, Set<String> below) {
    Dataset<Row> known = hanging.get(child);
    if (known != null) {
      return known;
    }
    Set<String> seen =
        Stream.concat(below.stream(), Stream.of(child.table().name())).collect(Collectors.toSet());
    Dataset<Row> found =
        heldBy(child.table(), context.lake().read(child.table().name()), seen)
            .where(size(col(HELD_BY)).gt(0).and(col(child.by()).isNotNull()))
            .select(col(child.by()), explode(col(HELD_BY)).as(HELD_BY))
            .groupBy(child.by())
            .agg(collect_set(HELD_BY))
            .localCheckpoint();
    hanging.put(child, found);
    return found;
  }

  private Dataset<Row> direct(TableSpec table, Dataset<Row> rows) {
    List<HoldOrders.Order> admitted = orders.admitting(table);
    List<Column> kept = Arrays.stream(rows.columns()).map(functions::col).toList();
    if (admitted.isEmpty()) {
      return rows.withColumn(HELD_BY, nobody());
    }
    boolean named = admitted.stream().anyMatch(order -> !order.terms().isEmpty());
    Dataset<Row> led =
        named
            ? reach.matched(table, rows)
            : rows.withColumn(HoldReach.TERMS, array().cast("array<int>"));
    List<Column> groups = new ArrayList<>();
    Dataset<Row> grouped = led;
    for (Map.Entry<Limits, List<HoldOrders.Order>> group : byLimits(table, admitted).entrySet()) {
      String name = ORDERS + groups.size();
      grouped = grouped.withColumn(name, literal(group.getValue()));
      Column fitting =
          expr(
              "transform(filter(%s, o -> size(array_except(o.terms, %s)) = 0), o -> o.id)"
                  .formatted(name, HoldReach.TERMS));
      groups.add(when(group.getKey().fit(context, table, rows), fitting).otherwise(nobody()));
    }
    Column all = array_distinct(concat(groups.toArray(Column[]::new))).as(HELD_BY);
    return grouped.select(Stream.concat(kept.stream(), Stream.of(all)).toArray(Column[]::new));
  }

  private Map<Limits, List<HoldOrders.Order>> byLimits(
      TableSpec table, List<HoldOrders.Order> admitted) {
    return admitted.stream()
        .collect(
            Collectors.groupingBy(
                order -> Limits.of(order.predicate(), table, context.catalog()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** {@code heldBy} and those of {@code earlier}, separated by commas, that are still in force. */
  Column alsoStill(Column earlier, Column heldBy) {
    Column inForce =
        array(orders.orders().stream().map(order -> lit(order.id())).toArray(Column[]::new))
            .cast("array<string>");
    return array_union(heldBy, array_intersect(split(earlier, ","), inForce));
  }

  private static Column literal(List<HoldOrders.Order> orders) {
    return array(
        orders.stream()
            .map(
                order ->
                    struct(
                        lit(order.id()).as("id"),
                        array(order.terms().stream().map(functions::lit).toArray(Column[]::new))
                            .cast("array<int>")
                            .as("terms")))
            .toArray(Column[]::new));
  }

  private static Column nobody() {
    return array().cast("array<string>");
  }
}
