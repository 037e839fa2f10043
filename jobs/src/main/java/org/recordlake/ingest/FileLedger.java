package org.recordlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;

/**
 * {@code governance.ingested_files}: which files were taken in, so that none is taken twice, and
 * where their copies lie.
 */
final class FileLedger {
  private static final String TABLE = "ingested_files";
  private static final int QUARANTINE_DAYS = 60;

  private final Set<String> hashes = new HashSet<>();
  private final Set<String> sightings = new HashSet<>();

  private FileLedger() {}

  /**
   * Reads the identities of all files taken so far: some hundred bytes for each file, never for
   * each row.
   */
  static FileLedger of(Lake lake) {
    FileLedger ledger = new FileLedger();
    if (lake.exists(TABLE)) {
      List<Row> rows =
          lake.read(TABLE)
              .select("file_sha256", "source_folder", "file_name", "size_bytes", "file_modified_at")
              .collectAsList();
      rows.forEach(
          row -> {
            ledger.hashes.add(row.getString(0));
            ledger.sightings.add(
                sighting(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getTimestamp(4).getTime()));
          });
    }
    return ledger;
  }

  boolean knows(String sha256) {
    return hashes.contains(sha256);
  }

  boolean knows(String source, String name, long size, long modified) {
    return sightings.contains(sighting(source, name, size, modified));
  }

  int size() {
    return hashes.size();
  }

  /** Notes {@code outcomes}; from then on their files are known. */
  static void write(JobContext context, List<FileOutcome> outcomes) {
    List<Row> rows = outcomes.stream().map(outcome -> row(context, outcome)).toList();
    context
        .lake()
        .appendNew(
            TABLE,
            context.lake().spark().createDataFrame(rows, context.catalog().table(TABLE).schema()));
  }

  /** Landing copies whose last day has passed and which still lie there. */
  static List<Row> dueCopies(Lake lake, LocalDate asOf) {
    if (!lake.exists(TABLE)) {
      return List.of();
    }
    return lake.read(TABLE)
        .where(
            col("copy_due_on").lt(lit(Date.valueOf(asOf))).and(col("copy_destroyed_at").isNull()))
        .select("file_sha256", "landing_copy")
        .collectAsList();
  }

  /** Notes that the copies of {@code hashes} are gone. */
  static void copiesDestroyed(JobContext context, List<String> hashes) {
    Lake lake = context.lake();
    Dataset<Row> destroyed =
        lake.read(TABLE)
            .where(col("file_sha256").isin(hashes.toArray()))
            .withColumn("copy_destroyed_at", lit(Timestamp.from(context.clock().instant())));
    lake.merge(TABLE, destroyed);
  }

  private static Row row(JobContext context, FileOutcome outcome) {
    LandedFile file = outcome.file();
    Balance balance = outcome.balance();
    boolean committed = outcome.status() == FileOutcome.Status.COMMITTED;
    LocalDate copyDueOn =
        context
            .asOf()
            .plusDays(committed ? context.settings().landing().keepDays() : QUARANTINE_DAYS);
    return RowFactory.create(
        file.sha256(),
        outcome.table(),
        file.source(),
        file.name(),
        file.size(),
        Timestamp.from(file.modifiedAt()),
        outcome.format(),
        balance.read(),
        balance.stored(),
        balance.updated(),
        balance.duplicate(),
        balance.quarantined(),
        balance.expired(),
        balance.outside(),
        outcome.status().name().toLowerCase(Locale.ROOT),
        outcome.reason().orElse(null),
        file.path(),
        Date.valueOf(copyDueOn),
        null,
        Date.valueOf(context.asOf()),
        context.runId(),
        Timestamp.from(context.clock().instant()));
  }

  private static String sighting(String source, String name, long size, long modified) {
    return String.join("|", source, name, Long.toString(size), Long.toString(modified));
  }
}
