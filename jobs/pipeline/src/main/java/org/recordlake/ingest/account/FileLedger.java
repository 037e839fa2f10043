package org.recordlake.ingest.account;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.ingest.land.CopyRetention;
import org.recordlake.ingest.land.KnownFiles;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.write.Quarantine;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;

/**
 * {@code governance.ingested_files}: which files were taken in, so that none is taken twice, and
 * where their copies lie.
 */
public final class FileLedger {
  private static final String TABLE = KnownFiles.TABLE;

  /**
   * Copies of files that hold what was quarantined stay as long as that, so that it can be taken
   * again.
   */
  private static final int QUARANTINE_DAYS = 60;

  private final JobContext context;
  private final Lake lake;

  public FileLedger(JobContext context) {
    this.context = context;
    this.lake = context.lake();
  }

  /** Notes what became of files; from then on they are known. */
  public void write(List<FileOutcome> outcomes) {
    new Quarantine(context)
        .wholeFiles(
            outcomes.stream()
                .filter(outcome -> outcome.status() != FileOutcome.Status.COMMITTED)
                .map(outcome -> outcome.forQuarantine(context))
                .toList());
    Map<String, LocalDate> due = copiesDueOn(outcomes);
    List<Row> rows =
        outcomes.stream().map(outcome -> row(outcome, due.get(outcome.file().sha256()))).toList();
    lake.ledger(TABLE).appendNew(rows);
  }

  /**
   * What is quarantined, or was when its copy was last counted: files refused or not understood,
   * and files with rows in quarantine, whose copies are still there.
   */
  public List<LedgerEntry> quarantined() {
    if (!lake.exists(TABLE)) {
      return List.of();
    }
    Dataset<Row> ledger = lake.read(TABLE).where(col("copy_destroyed_at").isNull());
    Set<String> files =
        ledger
            .where(col("quarantined").gt(0).or(col("status").notEqual(KnownFiles.COMMITTED)))
            .select("file_sha256")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    return ledger.where(col("file_sha256").isin(files.toArray())).collectAsList().stream()
        .map(LedgerEntry::of)
        .toList();
  }

  /** Notes what became of files that were taken again. */
  public void update(List<LedgerEntry> earlier, List<FileOutcome> outcomes) {
    Map<String, LedgerEntry> first =
        earlier.stream()
            .collect(Collectors.toMap(file -> file.file().sha256(), file -> file, (a, b) -> a));
    Map<String, LocalDate> due = copiesDueOn(outcomes);
    List<Row> rows = new ArrayList<>();
    for (FileOutcome outcome : outcomes) {
      LedgerEntry known = first.get(outcome.file().sha256());
      LocalDate now = due.get(outcome.file().sha256());
      // What is still quarantined stays no longer than when it came.
      LocalDate copyDueOn = now.isBefore(known.copyDueOn()) ? now : known.copyDueOn();
      rows.add(row(outcome, new Noting(copyDueOn, known.asOf(), known.ingestedAt())));
    }
    lake.ledger(TABLE).merge(rows);
    forgetOthers(earlier, outcomes);
  }

  /** A file that turned out to be of other tables than was thought stands under those alone. */
  private void forgetOthers(List<LedgerEntry> earlier, List<FileOutcome> outcomes) {
    Set<String> files = new HashSet<>();
    Set<String> kept = new HashSet<>();
    outcomes.forEach(outcome -> files.add(outcome.file().sha256()));
    outcomes.forEach(outcome -> kept.add(outcome.file().sha256() + outcome.table()));
    List<Row> gone =
        earlier.stream()
            .filter(file -> files.contains(file.file().sha256()))
            .filter(file -> !kept.contains(file.file().sha256() + file.table()))
            .map(file -> RowFactory.create(file.file().sha256(), file.table()))
            .toList();
    if (!gone.isEmpty()) {
      StructType key =
          new StructType()
              .add("file_sha256", DataTypes.StringType)
              .add("table_name", DataTypes.StringType);
      lake.deleteByKeys(TABLE, lake.spark().createDataFrame(gone, key));
    }
  }

  /** Landing copies whose last day has passed and which still lie there. */
  List<LedgerEntry> dueCopies() {
    if (!lake.exists(TABLE)) {
      return List.of();
    }
    return lake
        .read(TABLE)
        .where(
            col("copy_due_on")
                .lt(lit(Date.valueOf(context.asOf())))
                .and(col("copy_destroyed_at").isNull()))
        .collectAsList()
        .stream()
        .map(LedgerEntry::of)
        .toList();
  }

  /** Notes that the copies of {@code hashes} are gone. */
  void copiesDestroyed(List<String> hashes) {
    Dataset<Row> destroyed =
        lake.read(TABLE)
            .where(col("file_sha256").isin(hashes.toArray()))
            .withColumn("copy_destroyed_at", lit(Timestamp.from(context.clock().instant())));
    lake.ledger(TABLE).merge(destroyed.collectAsList());
  }

  /**
   * When a file came, and how long its copy stays.
   *
   * @param copyDueOn day after which the copy is destroyed
   */
  private record Noting(LocalDate copyDueOn, LocalDate asOf, Instant ingestedAt) {}

  /** One day for each file, whatever number of tables it is for: they share the copy. */
  private Map<String, LocalDate> copiesDueOn(List<FileOutcome> outcomes) {
    Map<String, LocalDate> due = new HashMap<>();
    outcomes.forEach(
        outcome ->
            due.merge(
                outcome.file().sha256(),
                copyDueOn(outcome),
                (one, other) -> one.isAfter(other) ? one : other));
    return due;
  }

  private LocalDate copyDueOn(FileOutcome outcome) {
    if (outcome.copyRetention() == CopyRetention.THIS_RUN) {
      return context.asOf().minusDays(1);
    }
    return outcome.isWholeAndGood()
        ? context.asOf().plusDays(context.settings().landing().keepDays())
        : context.asOf().plusDays(QUARANTINE_DAYS);
  }

  private Row row(FileOutcome outcome, LocalDate copyDueOn) {
    return row(outcome, new Noting(copyDueOn, context.asOf(), context.clock().instant()));
  }

  private Row row(FileOutcome outcome, Noting noting) {
    LandedFile file = outcome.file();
    Balance balance = outcome.balance();
    return RowFactory.create(
        file.sha256(),
        outcome.table(),
        file.source(),
        file.name(),
        file.size(),
        Timestamp.from(file.modifiedAt()),
        outcome.format(),
        outcome.daysFrom().isEmpty() ? null : outcome.daysFrom(),
        balance.read(),
        balance.stored(),
        balance.updated(),
        balance.duplicate(),
        balance.quarantined(),
        balance.expired(),
        balance.disposed(),
        balance.outside(),
        outcome.status().name().toLowerCase(Locale.ROOT),
        outcome.reason().orElse(null),
        file.path(),
        Date.valueOf(noting.copyDueOn()),
        null,
        Date.valueOf(noting.asOf()),
        context.runId(),
        Timestamp.from(noting.ingestedAt()));
  }
}
