package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.trim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.Individual;
import org.recordlake.catalog.PiiClass;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.disposal.HoldTerm;
import org.recordlake.disposal.Kinship;
import org.recordlake.disposal.NormalText;
import org.recordlake.job.JobContext;

/** For each term of the orders, the rows that fulfil it; for {@link RowsWithoutHold}. */
final class TermRows {
  private static final String TERM = "_term";
  private static final String WANTED = "_wanted";

  private final JobContext context;
  private final Map<Integer, HoldTerm> terms;
  private final Kinship kinship;
  private final Optional<Individual> individual;
  private final Map<Integer, Set<String>> individuals = new HashMap<>();

  TermRows(JobContext context, HeldOrders orders) {
    this.context = context;
    this.terms = orders.numbered();
    this.kinship = new Kinship(context.catalog());
    this.individual = context.catalog().individual();
    terms.forEach((number, term) -> individuals.put(number, named(term)));
  }

  /** Individuals each term names, by number of the term. */
  Map<Integer, Set<String>> individuals() {
    return individuals;
  }

  /** Pairs of {@code id} and number of a term that the row fulfils. */
  Dataset<Row> of(TableSpec table, Dataset<Row> rows, String id) {
    List<Dataset<Row>> pairs = new ArrayList<>(alone(table, rows, col(id)));
    for (TableSpec owner : kinship.owners(table)) {
      if (List.of(rows.columns()).containsAll(owner.rowName())
          && context.lake().exists(owner.name())) {
        Dataset<Row> owned =
            union(alone(owner, context.lake().read(owner.name()), name(owner)))
                .toDF("_owner", TERM)
                .distinct();
        pairs.add(rows.join(owned, name(owner).equalTo(col("_owner"))).select(col(id), col(TERM)));
      }
    }
    return union(pairs).toDF(id, TERM);
  }

  /** By what rows say themselves and what links say of them. */
  private List<Dataset<Row>> alone(TableSpec table, Dataset<Row> rows, Column id) {
    List<Dataset<Row>> pairs = new ArrayList<>();
    for (String name : rows.columns()) {
      table.storedColumn(name).ifPresent(column -> pairs.addAll(byColumn(rows, column, id)));
    }
    if (individual.isPresent()
        && table.linkage().isPresent()
        && List.of(rows.columns()).containsAll(table.rowName())) {
      Dataset<Row> links =
          context
              .lake()
              .read("identity_links")
              .where(
                  col("table_name")
                      .equalTo(table.name())
                      .and(functions.not(col("status").equalTo("split"))));
      Dataset<Row> linked =
          links
              .join(wanted(individuals), col(individual.get().column()).equalTo(col(WANTED)))
              .select(col("row_key").as("_linked"), col(TERM));
      pairs.add(rows.join(linked, name(table).equalTo(col("_linked"))).select(id, col(TERM)));
    }
    return pairs.isEmpty() ? List.of(rows.select(id, functions.lit(0).as(TERM)).limit(0)) : pairs;
  }

  private List<Dataset<Row>> byColumn(
      Dataset<Row> rows, org.recordlake.catalog.Column column, Column id) {
    Map<Integer, Set<String>> values = new HashMap<>();
    boolean text = column.pii() == PiiClass.NAME || column.pii() == PiiClass.CONTACT;
    terms.forEach(
        (number, term) -> {
          if (term instanceof HoldTerm.Named named && named.column().equals(column.name())) {
            values.put(number, Set.of(text ? NormalText.folded(named.value()) : named.value()));
          } else if (term instanceof HoldTerm.Email email && column.pii() == PiiClass.CONTACT) {
            values.put(number, Set.of(email.address()));
          }
        });
    if (individual.filter(who -> who.column().equals(column.name())).isPresent()) {
      values.putAll(individuals);
    }
    if (values.values().stream().allMatch(Set::isEmpty)) {
      return List.of();
    }
    Column own = col(column.name());
    Column compared =
        text ? trim(lower(regexp_replace(own, "\\s+", " "))) : own.cast(DataTypes.StringType);
    return List.of(rows.join(wanted(values), compared.equalTo(col(WANTED))).select(id, col(TERM)));
  }

  private Set<String> named(HoldTerm term) {
    if (individual.isEmpty()) {
      return Set.of();
    }
    Set<String> found = new HashSet<>();
    if (term instanceof HoldTerm.Named named && named.column().equals(individual.get().column())) {
      found.add(named.value());
    } else if (term instanceof HoldTerm.Email email) {
      context.catalog().tables(Zone.RECORDS).forEach(table -> addAddressed(table, email, found));
    }
    Set<String> fresh = found;
    while (!fresh.isEmpty()) {
      fresh = same(fresh);
      fresh.removeAll(found);
      found.addAll(fresh);
    }
    return found;
  }

  private void addAddressed(TableSpec table, HoldTerm.Email email, Set<String> found) {
    Column has = functions.lit(false);
    for (org.recordlake.catalog.Column column : table.columns()) {
      if (column.pii() == PiiClass.CONTACT) {
        has =
            has.or(
                functions.coalesce(
                    trim(lower(regexp_replace(col(column.name()), "\\s+", " ")))
                        .equalTo(col(WANTED)),
                    functions.lit(false)));
      }
    }
    String who = individual.orElseThrow().column();
    Dataset<Row> rows =
        context
            .lake()
            .read(table.name())
            .crossJoin(functions.broadcast(values(Set.of(email.address()))))
            .where(has);
    List<Dataset<Row>> individualsOf = new ArrayList<>();
    if (table.storedColumn(who).isPresent()) {
      individualsOf.add(rows.select(who));
    }
    if (table.linkage().isPresent()) {
      Dataset<Row> links = sure(table.name()).select(col("row_key"), col(who).as("_who"));
      individualsOf.add(rows.join(links, name(table).equalTo(col("row_key"))).select("_who"));
    }
    individualsOf.forEach(
        some ->
            some.distinct().collectAsList().stream()
                .filter(row -> !row.isNullAt(0))
                .forEach(row -> found.add(row.getString(0))));
  }

  private Set<String> same(Set<String> known) {
    String who = individual.orElseThrow().column();
    Dataset<Row> pairs = sure(individual.get().table());
    Dataset<Row> one =
        pairs.join(values(known), col(who).equalTo(col(WANTED))).select(col("row_key"));
    Dataset<Row> other =
        pairs.join(values(known), col("row_key").equalTo(col(WANTED))).select(col(who));
    Set<String> same = new HashSet<>();
    one.union(other).distinct().collectAsList().forEach(row -> same.add(row.getString(0)));
    return same;
  }

  private Dataset<Row> sure(String table) {
    return context
        .lake()
        .read("identity_links")
        .where(col("table_name").equalTo(table).and(col("status").isin("matched", "confirmed")));
  }

  private Dataset<Row> values(Set<String> values) {
    return context
        .lake()
        .spark()
        .createDataset(List.copyOf(values), Encoders.STRING())
        .toDF(WANTED);
  }

  private Dataset<Row> wanted(Map<Integer, Set<String>> values) {
    List<Row> rows = new ArrayList<>();
    values.forEach(
        (number, some) -> some.forEach(value -> rows.add(RowFactory.create(value, number))));
    return context
        .lake()
        .spark()
        .createDataFrame(
            rows,
            new StructType().add(WANTED, DataTypes.StringType).add(TERM, DataTypes.IntegerType));
  }

  private static Column name(TableSpec table) {
    return concat_ws("/", table.rowName().stream().map(functions::col).toArray(Column[]::new));
  }

  private static Dataset<Row> union(List<Dataset<Row>> pairs) {
    return pairs.stream().reduce(Dataset::union).orElseThrow();
  }
}
