package org.recordlake.schedule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.trim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.Individual;
import org.recordlake.catalog.PiiClass;
import org.recordlake.catalog.TableSpec;
import org.recordlake.disposal.HoldTerm;
import org.recordlake.disposal.Kinship;
import org.recordlake.disposal.NormalText;
import org.recordlake.job.JobContext;

/**
 * Which rows lead to whom or what some holds name: by what they say themselves, by a link of record
 * linkage, or through the row they belong to. What is named is joined, never written into a plan.
 */
final class HoldReach {
  /** Added by {@link #matched}: numbers of the terms a row leads to. */
  static final String TERMS = "_terms";

  private static final String NUMBER = "_number";
  private static final String VALUE = "_value";
  private static final StructType TERM_SCHEMA =
      new StructType().add(VALUE, DataTypes.StringType).add(NUMBER, DataTypes.IntegerType);

  private final JobContext context;
  private final Kinship kinship;
  private final List<HoldTerm> terms;
  private final List<Integer> numbers;
  private final LinkedIndividuals linked;
  private final Map<String, Dataset<Row>> owners = new ConcurrentHashMap<>();

  HoldReach(JobContext context, HoldOrders orders) {
    this.context = context;
    this.kinship = new Kinship(context.catalog());
    this.terms =
        orders.orders().stream().flatMap(order -> order.predicate().subjects().stream()).toList();
    this.numbers = orders.orders().stream().flatMap(order -> order.terms().stream()).toList();
    this.linked = LinkedIndividuals.of(context, this::seeds, namesIndividuals());
  }

  /** Adds {@link #TERMS} to rows of {@code table}. */
  Dataset<Row> matched(TableSpec table, Dataset<Row> rows) {
    Matching matching = new Matching(table, rows);
    matching.own();
    matching.linked();
    kinship.owners(table).forEach(matching::owned);
    return matching.result();
  }

  /** Whether rows of {@code table} may lead to what a term names in {@code column}. */
  boolean mayReach(String column, TableSpec table) {
    boolean linked =
        individualColumn().filter(column::equals).isPresent() && table.linkage().isPresent();
    return linked
        || table.storedColumn(column).isPresent()
        || kinship.owners(table).stream()
            .anyMatch(owner -> owner.storedColumn(column).isPresent());
  }

  /** The individuals that the terms name, linked ones included: value and number of the term. */
  Optional<Dataset<Row>> individuals() {
    return linked.any() ? Optional.of(linked.individuals()) : Optional.empty();
  }

  /** {@code value} as {@link NormalText#folded} has it. */
  static Column folded(Column value) {
    return lower(trim(regexp_replace(value, "\\s+", " ")));
  }

  /** Terms by number. */
  Map<Integer, HoldTerm> terms() {
    Map<Integer, HoldTerm> byNumber = new java.util.HashMap<>();
    for (int i = 0; i < terms.size(); i++) {
      byNumber.put(numbers.get(i), terms.get(i));
    }
    return byNumber;
  }

  private Optional<String> individualColumn() {
    return context.catalog().individual().map(Individual::column);
  }

  /** Individuals the terms name, and those whom rows with an address named belong to. */
  private Dataset<Row> seeds(LinkedIndividuals links) {
    String individual = individualColumn().orElseThrow();
    Dataset<Row> seeds = values(individual, false);
    if (!hasEmails()) {
      return seeds;
    }
    for (TableSpec table : context.catalog().tables(org.recordlake.catalog.Zone.RECORDS)) {
      if (addresses(table).isEmpty() || !context.lake().exists(table.name())) {
        continue;
      }
      Matching matching = new Matching(table, context.lake().read(table.name()));
      matching.emails();
      Dataset<Row> found = matching.result().where(size(col(TERMS)).gt(0));
      if (table.storedColumn(individual).isPresent()) {
        seeds =
            seeds.union(
                found
                    .where(col(individual).isNotNull())
                    .select(col(individual), explode(col(TERMS))));
      }
      seeds =
          seeds.union(
              links.of(table, found.select(rowName(table).as(VALUE), explode(col(TERMS)))));
    }
    return seeds.toDF(VALUE, NUMBER);
  }

  private boolean namesIndividuals() {
    return hasEmails() || individualColumn().filter(named()::contains).isPresent();
  }

  private boolean hasEmails() {
    return terms.stream().anyMatch(HoldTerm.Email.class::isInstance);
  }

  private static List<String> addresses(TableSpec table) {
    return table.columns().stream()
        .filter(column -> column.pii() == PiiClass.CONTACT)
        .map(org.recordlake.catalog.Column::name)
        .toList();
  }

  static Column rowName(TableSpec table) {
    return concat_ws("/", table.rowName().stream().map(functions::col).toArray(Column[]::new));
  }

  /** Values that terms name in {@code column}, each with the number of its term. */
  private Dataset<Row> values(String column, boolean folded) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i) instanceof HoldTerm.Named named && named.column().equals(column)) {
        String value = folded ? NormalText.folded(named.value()) : named.value();
        rows.add(RowFactory.create(value, numbers.get(i)));
      }
    }
    return context.lake().spark().createDataFrame(rows, TERM_SCHEMA);
  }

  private Dataset<Row> emails() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i) instanceof HoldTerm.Email email) {
        rows.add(RowFactory.create(email.address(), numbers.get(i)));
      }
    }
    return context.lake().spark().createDataFrame(rows, TERM_SCHEMA);
  }

  private Set<String> named() {
    return terms.stream()
        .filter(HoldTerm.Named.class::isInstance)
        .map(term -> ((HoldTerm.Named) term).column())
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /** Rows of {@code owner} that lead to a term by themselves or a link, by their name in links. */
  private Dataset<Row> owning(TableSpec owner) {
    return owners.computeIfAbsent(
        owner.name(),
        name -> {
          Matching matching = new Matching(owner, context.lake().read(name));
          matching.own();
          matching.linked();
          return matching
              .result()
              .where(size(col(TERMS)).gt(0))
              .select(rowName(owner).as(VALUE), explode(col(TERMS)).as(NUMBER))
              .localCheckpoint();
        });
  }

  /** One table's rows on their way through the joins. */
  private final class Matching {
    private final TableSpec table;
    private final Set<String> columns;
    private final List<Column> kept;
    private final List<Column> found = new ArrayList<>();
    private Dataset<Row> rows;

    Matching(TableSpec table, Dataset<Row> rows) {
      this.table = table;
      this.rows = rows;
      this.columns = Set.of(rows.columns());
      this.kept = Arrays.stream(rows.columns()).map(functions::col).toList();
    }

    Dataset<Row> result() {
      Column none = array().cast("array<int>");
      Column all =
          found.isEmpty() ? none : array_distinct(concat(found.toArray(Column[]::new)));
      return rows.select(
          Stream.concat(kept.stream(), Stream.of(all.as(TERMS))).toArray(Column[]::new));
    }

    void own() {
      for (String column : named()) {
        boolean individual = individualColumn().filter(column::equals).isPresent();
        if (has(column) && !individual) {
          boolean fold = isText(column);
          Column value = fold ? folded(col(column)) : col(column);
          join(value.cast(DataTypes.StringType), broadcast(values(column, fold)));
        }
      }
      individualColumn()
          .filter(column -> has(column) && linked.any())
          .ifPresent(column -> join(col(column), linked.individuals()));
      emails();
    }

    void emails() {
      if (hasEmails()) {
        addresses(table).stream()
            .filter(this::has)
            .forEach(
                column -> join(folded(col(column)), broadcast(HoldReach.this.emails())));
      }
    }

    void linked() {
      if (linked.any() && table.linkage().isPresent() && columns.containsAll(table.rowName())) {
        join(rowName(table), linked.rows(table));
      }
    }

    void owned(TableSpec owner) {
      if (columns.containsAll(owner.rowName()) && mayTellMore(owner)) {
        Column name =
            concat_ws("/", owner.rowName().stream().map(functions::col).toArray(Column[]::new));
        join(name, owning(owner));
      }
    }

    /** Whether {@code owner} may lead to a term that its name, which the row has, does not. */
    private boolean mayTellMore(TableSpec owner) {
      boolean isIndividual =
          context.catalog().individual().filter(who -> who.table().equals(owner.name())).isPresent();
      boolean byColumn =
          named().stream()
              .filter(column -> !owner.rowName().contains(column))
              .anyMatch(column -> owner.storedColumn(column).isPresent());
      boolean byLink = linked.any() && owner.linkage().isPresent();
      boolean byEmail = hasEmails() && !addresses(owner).isEmpty();
      return context.lake().exists(owner.name())
          && (byColumn || ((byLink || byEmail) && !isIndividual));
    }

    private boolean has(String column) {
      return columns.contains(column) && table.storedColumn(column).isPresent();
    }

    private boolean isText(String column) {
      PiiClass pii = table.storedColumn(column).orElseThrow().pii();
      return pii == PiiClass.NAME || pii == PiiClass.CONTACT;
    }

    private void join(Column value, Dataset<Row> terms) {
      String name = "_led" + found.size();
      Dataset<Row> grouped =
          terms
              .groupBy(col(terms.columns()[0]).as(name + "_by"))
              .agg(collect_set(col(terms.columns()[1])).as(name));
      rows = rows.join(grouped, value.equalTo(col(name + "_by")), "left_outer");
      found.add(coalesce(col(name), array().cast("array<int>")));
    }
  }
}
