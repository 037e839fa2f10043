package org.recordlake.schedule;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.trim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Individual;
import org.recordlake.catalog.Linkage;
import org.recordlake.catalog.PiiClass;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
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

  private final JobContext context;
  private final LeadingRows leading;
  private final Kinship kinship;
  private final HoldTerms terms;
  private final LinkedIndividuals linked;
  private final Map<String, Dataset<Row>> owners = new ConcurrentHashMap<>();

  HoldReach(JobContext context, HoldOrders orders, LeadingRows leading) {
    this.context = context;
    this.leading = leading;
    this.kinship = new Kinship(context.catalog());
    this.terms = new HoldTerms(context.lake().spark(), orders);
    this.linked = LinkedIndividuals.of(context, this::seeds, namesIndividuals());
  }

  /** Whether {@code owner} may lead to a term that its name, which rows of it carry, does not. */
  boolean mayTellMore(TableSpec owner) {
    boolean isIndividual =
        context.catalog().individual().filter(who -> who.table().equals(owner.name())).isPresent();
    boolean byLink = linked.any() && isLinked(owner);
    return leading.any(owner.name())
        && (saysMore(owner) || ((byLink || saysAddress(owner)) && !isIndividual));
  }

  /** Whether new rows of {@code table} may lead others to a term. */
  boolean mayLeadOn(TableSpec table) {
    boolean namesIndividual =
        individualColumn()
            .filter(column -> !table.rowName().contains(column))
            .filter(column -> table.storedColumn(column).isPresent())
            .isPresent();
    return saysMore(table) || saysAddress(table) || (linked.any() && namesIndividual);
  }

  private boolean saysMore(TableSpec table) {
    return terms.columns().stream()
        .filter(column -> !table.rowName().contains(column))
        .anyMatch(column -> table.storedColumn(column).isPresent());
  }

  private boolean saysAddress(TableSpec table) {
    return terms.hasEmails() && !addresses(table).isEmpty();
  }

  /** Whether links may be about rows of {@code table}. */
  static boolean isLinked(TableSpec table) {
    return table.linkage().filter(linkage -> linkage.part() != Linkage.Part.NAMED).isPresent();
  }

  /** Adds {@link #TERMS} to rows of {@code table}. */
  Dataset<Row> matched(TableSpec table, Dataset<Row> rows) {
    TermMatching matching = new TermMatching(this, table, rows);
    matching.own();
    matching.linked();
    kinship.owners(table).forEach(matching::owned);
    return matching.result();
  }

  /** Whether rows of {@code table} may lead to what a term names in {@code column}. */
  boolean mayReach(String column, TableSpec table) {
    boolean linked = individualColumn().filter(column::equals).isPresent() && isLinked(table);
    return linked
        || table.storedColumn(column).isPresent()
        || kinship.owners(table).stream().anyMatch(owner -> owner.storedColumn(column).isPresent());
  }

  /** The individuals that the terms name, linked ones included: value and number of the term. */
  Optional<Dataset<Row>> individuals() {
    return linked.any() ? Optional.of(linked.individuals()) : Optional.empty();
  }

  /** {@code value} as {@link NormalText#folded} has it. */
  static Column folded(Column value) {
    return lower(trim(regexp_replace(value, "\\s+", " ")));
  }

  HoldTerms terms() {
    return terms;
  }

  LinkedIndividuals linked() {
    return linked;
  }

  Optional<String> individualColumn() {
    return context.catalog().individual().map(Individual::column);
  }

  /** Individuals the terms name, and those whom rows with an address named belong to. */
  private Dataset<Row> seeds(LinkedIndividuals links) {
    String individual = individualColumn().orElseThrow();
    Dataset<Row> seeds = terms.values(individual, false);
    if (!terms.hasEmails()) {
      return seeds;
    }
    for (TableSpec table : context.catalog().tables(Zone.RECORDS)) {
      if (addresses(table).isEmpty() || !leading.any(table.name())) {
        continue;
      }
      TermMatching matching = new TermMatching(this, table, leading.of(table.name()));
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
              links.of(
                  table, found.select(rowName(table).as(HoldTerms.VALUE), explode(col(TERMS)))));
    }
    return seeds.toDF(HoldTerms.VALUE, HoldTerms.NUMBER);
  }

  private boolean namesIndividuals() {
    return terms.hasEmails() || individualColumn().filter(terms.columns()::contains).isPresent();
  }

  static List<String> addresses(TableSpec table) {
    return table.columns().stream()
        .filter(column -> column.pii() == PiiClass.CONTACT)
        .map(org.recordlake.catalog.Column::name)
        .toList();
  }

  static Column rowName(TableSpec table) {
    return concat_ws("/", table.rowName().stream().map(functions::col).toArray(Column[]::new));
  }

  /** Rows of {@code owner} that lead to a term by themselves or a link, by their name in links. */
  Dataset<Row> owning(TableSpec owner) {
    return owners.computeIfAbsent(
        owner.name(),
        name -> {
          TermMatching matching = new TermMatching(this, owner, leading.of(name));
          matching.own();
          matching.linked();
          return matching
              .result()
              .where(size(col(TERMS)).gt(0))
              .select(rowName(owner).as(HoldTerms.VALUE), explode(col(TERMS)).as(HoldTerms.NUMBER))
              .localCheckpoint();
        });
  }
}
