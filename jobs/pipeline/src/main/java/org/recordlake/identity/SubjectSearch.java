package org.recordlake.identity;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Failure;

/** The reads behind {@link FindSubject}. Values asked for are joined, never written into a plan. */
final class SubjectSearch {
  /** Individuals up to which one answer is about one individual. */
  private static final int MOST_INDIVIDUALS = 20;

  private static final String INDIVIDUAL = LinkColumns.INDIVIDUAL;

  private final JobContext context;
  private final LinkColumns links;

  SubjectSearch(JobContext context) {
    this.context = context;
    this.links = LinkColumns.of(context.catalog());
  }

  /**
   * Rows of one table.
   *
   * @param how {@code own} if the rows name the individual, {@code by address} if they name none;
   *     and whether they are what a held row said before it was overwritten
   * @param source record source of the rows
   */
  record Rows(String table, String how, String source, long count) {
    String line() {
      return "%s: %d row(s), %s, from %s".formatted(table, count, how, source);
    }
  }

  /**
   * The individuals that answer to {@code question}, by themselves or by what rows tell of them.
   *
   * @throws Failure (usage) if they are too many to be one individual
   */
  List<String> individuals(SubjectQuestion question) {
    if (question.by() == SubjectQuestion.By.INDIVIDUAL) {
      return List.of(question.value());
    }
    List<String> found =
        fitting(question, everywhere().union(versions()))
            .where(col(INDIVIDUAL).isNotNull())
            .select(INDIVIDUAL)
            .union(linkedTo(question))
            .distinct()
            .orderBy(INDIVIDUAL)
            .limit(MOST_INDIVIDUALS + 1)
            .as(Encoders.STRING())
            .collectAsList();
    if (found.size() > MOST_INDIVIDUALS) {
      throw Failure.usage(
          "more than %d %ss answer to that"
              .formatted(MOST_INDIVIDUALS, links.individual().called()),
          "subject find",
          "Ask by number, e-mail address or telephone number");
    }
    return found;
  }

  /** Rows about {@code individuals} in every table, and such as name no individual but fit. */
  List<Rows> rows(List<String> individuals, SubjectQuestion question) {
    Dataset<Row> wanted =
        broadcast(
            context
                .lake()
                .spark()
                .createDataset(individuals, Encoders.STRING())
                .toDF(links.individual().column()));
    Stream<Dataset<Row>> own =
        context.catalog().tables(Zone.RECORDS).stream()
            .filter(this::namesIndividual)
            .filter(table -> context.lake().exists(table.name()))
            .map(
                table ->
                    context
                        .lake()
                        .read(table.name())
                        .join(wanted, links.individual().column())
                        .select(
                            lit(table.name()).as("table"),
                            lit("own").as("how"),
                            col(TableSpec.RECORD_SOURCE)));
    return Stream.concat(own, new VersionSearch(context, links).rows(wanted))
        .reduce(Dataset::union)
        .map(rows -> rows.union(unnamed(question, everywhere(), "")))
        .map(rows -> rows.union(unnamed(question, versions(), VersionSearch.PRESERVED)))
        .map(rows -> rows.groupBy("table", "how", TableSpec.RECORD_SOURCE).agg(count(lit(1))))
        .map(rows -> rows.orderBy("table", "how", TableSpec.RECORD_SOURCE).collectAsList())
        .orElse(List.of())
        .stream()
        .map(row -> new Rows(row.getString(0), row.getString(1), row.getString(2), row.getLong(3)))
        .toList();
  }

  /** The links to and among {@code individuals}. */
  List<Link> links(List<String> individuals) {
    Dataset<Row> wanted =
        context.lake().spark().createDataset(individuals, Encoders.STRING()).toDF("wanted");
    return stored()
        .join(
            broadcast(wanted),
            col(INDIVIDUAL)
                .equalTo(col("wanted"))
                .or(
                    col("table_name")
                        .equalTo(links.individual().table())
                        .and(col("row_key").equalTo(col("wanted")))),
            "left_semi")
        .orderBy("table_name", "row_key", INDIVIDUAL)
        .collectAsList()
        .stream()
        .map(Link::of)
        .toList();
  }

  /** The record source of the row that each of {@code links} is about, as far as it is stored. */
  Map<RowReference, String> sources(List<Link> links) {
    if (links.isEmpty()) {
      return Map.of();
    }
    Map<List<String>, RowReference> targets = new HashMap<>();
    links.forEach(link -> targets.put(place(link.target()), link.target()));
    Dataset<Row> wanted =
        context
            .lake()
            .spark()
            .createDataFrame(
                targets.keySet().stream().map(place -> RowFactory.create(place.toArray())).toList(),
                new StructType()
                    .add("table_name", DataTypes.StringType)
                    .add("row_key", DataTypes.StringType));
    Map<RowReference, String> sources = new HashMap<>();
    new PartyReader(context)
        .linked()
        .join(broadcast(wanted), new String[] {"table_name", "row_key"}, "left_semi")
        .select("table_name", "row_key", TableSpec.RECORD_SOURCE)
        .distinct()
        .collectAsList()
        .forEach(
            row ->
                sources.put(
                    targets.get(List.of(row.getString(0), row.getString(1))), row.getString(2)));
    return sources;
  }

  private static List<String> place(RowReference target) {
    return List.of(target.table(), target.key());
  }

  private Dataset<Row> unnamed(SubjectQuestion question, Dataset<Row> parties, String note) {
    return fitting(question, parties)
        .where(col(INDIVIDUAL).isNull())
        .select(
            col("table_name").as("table"),
            lit("by " + question.by().name().toLowerCase(java.util.Locale.ROOT) + note).as("how"),
            col(TableSpec.RECORD_SOURCE));
  }

  private Dataset<Row> linkedTo(SubjectQuestion question) {
    Dataset<Row> linked =
        stored()
            .where(col("status").isin("matched", "confirmed"))
            .select("table_name", "row_key", INDIVIDUAL);
    return fitting(question, everywhere())
        .where(col(INDIVIDUAL).isNull())
        .select("table_name", "row_key")
        .join(linked, new String[] {"table_name", "row_key"})
        .select(INDIVIDUAL);
  }

  private Dataset<Row> stored() {
    return links.read(context.lake().read(Link.TABLE));
  }

  private Dataset<Row> everywhere() {
    return new PartyReader(context).everywhere();
  }

  private Dataset<Row> versions() {
    return new PartyReader(context).versions();
  }

  private static Dataset<Row> fitting(SubjectQuestion question, Dataset<Row> parties) {
    FilterFunction<Row> fits = row -> question.fits(PartyReader.party(row));
    return parties.filter(fits);
  }

  private boolean namesIndividual(TableSpec table) {
    return links.isNamedBy(table);
  }
}
