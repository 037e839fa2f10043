package org.recordlake.schedule;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Individual;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;

/**
 * The individuals that holds name, those linked as the same individual, and the rows that are
 * linked to them. A link a person took back leads nowhere; one that awaits a person's word leads to
 * its row, but makes no two individuals one.
 */
final class LinkedIndividuals {
  private static final String LINKS = "identity_links";
  private static final int MOST_ROUNDS = 20;
  private static final List<String> SURE = List.of("matched", "confirmed");
  private static final List<String> POSSIBLE = List.of("matched", "confirmed", "review");

  private final Optional<Individual> individual;
  private final JobContext context;
  private final Optional<Dataset<Row>> individuals;

  private LinkedIndividuals(
      JobContext context, Function<LinkedIndividuals, Dataset<Row>> seeds, boolean isNeeded) {
    this.individual = context.catalog().individual();
    this.context = context;
    this.individuals =
        isNeeded && individual.isPresent()
            ? Optional.of(spread(seeds.apply(this), context.lake().exists(LINKS)))
            : Optional.empty();
  }

  static LinkedIndividuals of(
      JobContext context, Function<LinkedIndividuals, Dataset<Row>> seeds, boolean isNeeded) {
    return new LinkedIndividuals(context, seeds, isNeeded);
  }

  /** Whether any individual is named. */
  boolean any() {
    return individuals.isPresent();
  }

  /** Number of the individual and number of the term that names it. */
  Dataset<Row> individuals() {
    return individuals.orElseThrow();
  }

  /** Rows of {@code table} linked to a named individual: name of the row, number of the term. */
  Dataset<Row> rows(TableSpec table) {
    Dataset<Row> about =
        links()
            .where(col("table_name").equalTo(table.name()))
            .where(col("status").isin(POSSIBLE.toArray()));
    return about
        .join(individuals(), col(column()).equalTo(col(HoldTerms.VALUE)))
        .select("row_key", HoldTerms.NUMBER);
  }

  /**
   * Individuals that rows of {@code table} are linked to.
   *
   * @param rows name of the row, number of a term
   */
  Dataset<Row> of(TableSpec table, Dataset<Row> rows) {
    Dataset<Row> about =
        links()
            .where(col("table_name").equalTo(table.name()))
            .where(col("status").isin(SURE.toArray()))
            .select(col("row_key").as("_row"), col(column()));
    return rows.toDF("_name", HoldTerms.NUMBER)
        .join(about, col("_name").equalTo(col("_row")))
        .select(col(column()), col(HoldTerms.NUMBER));
  }

  private Dataset<Row> links() {
    return context.lake().read(LINKS);
  }

  private String column() {
    return individual.orElseThrow().column();
  }

  private Dataset<Row> spread(Dataset<Row> seeds, boolean linksExist) {
    Dataset<Row> known = seeds.distinct().localCheckpoint();
    if (!linksExist) {
      return known;
    }
    Dataset<Row> same =
        links()
            .where(col("table_name").equalTo(individual.orElseThrow().table()))
            .where(col("status").isin(SURE.toArray()));
    Dataset<Row> pairs =
        same.select(col("row_key").as("_one"), col(column()).as("_other"))
            .union(same.select(col(column()), col("row_key")))
            .localCheckpoint();
    long before = -1;
    long count = known.count();
    for (int round = 0; round < MOST_ROUNDS && count > before; round++) {
      before = count;
      known =
          known
              .union(
                  known
                      .join(pairs, col(HoldTerms.VALUE).equalTo(col("_one")))
                      .select(col("_other"), col(HoldTerms.NUMBER)))
              .distinct()
              .localCheckpoint();
      count = known.count();
    }
    return known;
  }
}
