package org.recordlake.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.Holds;

/**
 * The matching as Spark runs it, in two shuffles: parties are brought together by key, candidates
 * and standing links by row. Whatever must be kept together is bounded, so it grows with the rows
 * and not with their pairs.
 */
final class Matcher implements AutoCloseable {
  private static final String[] KEY = {BlockingRecord.KEY};
  private static final String[] ROW = {"table_name", "row_key"};

  private final JobContext context;
  private final LinkColumns links;
  private final Dataset<Row> keyed;
  private final LongAccumulator tooLarge;

  Matcher(JobContext context) {
    this.context = context;
    this.links = LinkColumns.of(context.catalog());
    this.keyed = BlockingRecord.of(new PartyReader(context).linked());
    this.tooLarge = context.lake().spark().sparkContext().longAccumulator("blocks too large");
  }

  /** Blocks passed over for their size in what was computed so far. */
  long blocksTooLarge() {
    return tooLarge.value();
  }

  /** Changes that make the links those of all rows. */
  Dataset<Row> everything() {
    return changes(keyed, existing());
  }

  /**
   * Changes that follow from the rows that came with {@code files}, provided that otherwise nothing
   * changed: those rows, and every row that shares a key with a reference record among them, are
   * matched against the whole.
   */
  Dataset<Row> since(Set<String> files) {
    keyed.persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> fresh = keyed.where(col(BlockingRecord.FILE).isin(files.toArray()));
    Dataset<Row> moved =
        fresh.where(BlockingRecord.REFERENCE).select(BlockingRecord.KEY).distinct();
    Dataset<Row> seekers = keyed.where(BlockingRecord.SEEKING);
    Dataset<Row> affected =
        fresh
            .where(BlockingRecord.SEEKING)
            .select(columns(ROW))
            .union(seekers.join(moved, KEY, "left_semi").select(columns(ROW)))
            .distinct()
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> seeking = seekers.join(affected, ROW, "left_semi").select(all(keyed));
    Dataset<Row> asked = seeking.select(BlockingRecord.KEY).distinct();
    Dataset<Row> reference =
        keyed
            .where(col(BlockingRecord.REFERENCE))
            .join(asked, KEY, "left_semi")
            .join(affected.withColumn("_affected", lit(true)), ROW, "left_outer")
            .withColumn(
                BlockingRecord.SEEKING,
                col(BlockingRecord.SEEKING).and(col("_affected").isNotNull()))
            .select(all(keyed));
    Dataset<Row> parties =
        seeking.where(functions.not(col(BlockingRecord.REFERENCE))).union(reference);
    Dataset<Row> existing = existing();
    return changes(parties, existing.join(affected, ROW, "left_semi").select(all(existing)));
  }

  private Dataset<Row> changes(Dataset<Row> parties, Dataset<Row> existing) {
    Dataset<Row> candidates =
        parties
            .repartition(col(BlockingRecord.KEY))
            .sortWithinPartitions(
                col(BlockingRecord.KEY),
                col(BlockingRecord.REFERENCE).desc(),
                col("table_name"),
                col("row_key"))
            .mapPartitions(new PairGenerator(tooLarge), Encoders.row(CandidatePair.SCHEMA));
    return candidates
        .union(existing)
        .repartition(columns(ROW))
        .sortWithinPartitions(columns(ROW))
        .mapPartitions(
            new LinkDecider(Date.valueOf(context.asOf()), links.individual()),
            Encoders.row(LinkChange.SCHEMA));
  }

  /** The links that stand, in the columns of {@link CandidatePair#SCHEMA}. */
  private Dataset<Row> existing() {
    Holds holds = Holds.on(context);
    Dataset<Row> marked =
        links.read(
            holds
                .marked(links.table(), context.lake().read(Link.TABLE))
                .withColumnRenamed(Holds.HELD, "held"));
    Set<String> given = Set.of(marked.columns());
    return marked.select(
        Stream.of(CandidatePair.SCHEMA.fields())
            .map(
                field ->
                    (given.contains(field.name()) ? col(field.name()) : lit(null))
                        .cast(field.dataType())
                        .as(field.name()))
            .toArray(Column[]::new));
  }

  @Override
  public void close() {
    keyed.unpersist();
  }

  private static Column[] columns(String... names) {
    return Stream.of(names).map(functions::col).toArray(Column[]::new);
  }

  private static Column[] all(Dataset<Row> rows) {
    return columns(rows.columns());
  }
}
