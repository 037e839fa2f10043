package org.recordlake.ingest;

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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkTypes;

/**
 * {@code governance.ingested_files}: which files were taken in, so that none is taken twice, and
 * where their copies lie.
 */
final class FileLedger {
  static final String TABLE = "ingested_files";

  /**
   * Copies of files that hold what was set aside stay as long as that, so that it can be taken
   * again.
   */
  private static final int QUARANTINE_DAYS = 60;

  private final Set<String> hashes = new HashSet<>();
  private final Set<String> sightings = new HashSet<>();
  private final Set<String> wholeAside = new HashSet<>();
  private long rowsAside;
  private Optional<LocalDate> asideUntil = Optional.empty();

  /** That of an empty lake. */
  static final FileLedger EMPTY = new FileLedger();

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
              .select(
                  "file_sha256",
                  "source_folder",
                  "file_name",
                  "size_bytes",
                  "file_modified_at",
                  "status",
                  "quarantined",
                  "copy_destroyed_at",
                  "copy_due_on")
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
            ledger.noteAside(row);
          });
    }
    return ledger;
  }

  private void noteAside(Row row) {
    boolean whole = !row.getString(5).equals(NotedFile.COMMITTED);
    long rows = row.getLong(6);
    if (row.isNullAt(7) && (whole || rows > 0)) {
      if (whole) {
        wholeAside.add(row.getString(0));
      } else {
        rowsAside += rows;
      }
      LocalDate due = row.getDate(8).toLocalDate();
      asideUntil = asideUntil.filter(day -> day.isBefore(due)).or(() -> Optional.of(due));
    }
  }

  /** What was set aside and can be taken again. */
  Aside aside() {
    return new Aside(wholeAside.size(), rowsAside, asideUntil);
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
    Map<String, LocalDate> due = copiesDueOn(context, outcomes);
    List<Row> rows =
        outcomes.stream()
            .map(outcome -> row(context, outcome, due.get(outcome.file().sha256())))
            .toList();
    context.lake().appendNew(TABLE, frame(context, rows));
  }

  /**
   * What lies set aside, or did when its copy was last counted: files refused or not understood,
   * and files with rows in quarantine, whose copies are still there.
   */
  static List<NotedFile> setAside(Lake lake) {
    if (!lake.exists(TABLE)) {
      return List.of();
    }
    Dataset<Row> ledger = lake.read(TABLE).where(col("copy_destroyed_at").isNull());
    Set<String> files =
        ledger
            .where(col("quarantined").gt(0).or(col("status").notEqual("committed")))
            .select("file_sha256")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    return ledger.where(col("file_sha256").isin(files.toArray())).collectAsList().stream()
        .map(NotedFile::of)
        .toList();
  }

  /** Notes what became of files that were taken again. */
  static void update(JobContext context, List<NotedFile> earlier, List<FileOutcome> outcomes) {
    Map<String, NotedFile> first =
        earlier.stream()
            .collect(Collectors.toMap(file -> file.file().sha256(), file -> file, (a, b) -> a));
    Map<String, LocalDate> due = copiesDueOn(context, outcomes);
    List<Row> rows = new ArrayList<>();
    for (FileOutcome outcome : outcomes) {
      NotedFile known = first.get(outcome.file().sha256());
      LocalDate now = due.get(outcome.file().sha256());
      // What is still set aside stays no longer than when it came.
      LocalDate copyDueOn = now.isBefore(known.copyDueOn()) ? now : known.copyDueOn();
      rows.add(row(context, outcome, new Noting(copyDueOn, known.asOf(), known.ingestedAt())));
    }
    context.lake().merge(TABLE, frame(context, rows));
    forgetOthers(context, earlier, outcomes);
  }

  /** A file that turned out to be of other tables than was thought stands under those alone. */
  private static void forgetOthers(
      JobContext context, List<NotedFile> earlier, List<FileOutcome> outcomes) {
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
      context.lake().deleteByKeys(TABLE, context.lake().spark().createDataFrame(gone, key));
    }
  }

  private static Dataset<Row> frame(JobContext context, List<Row> rows) {
    return context
        .lake()
        .spark()
        .createDataFrame(rows, SparkTypes.schema(context.catalog().table(TABLE)));
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

  /**
   * When a file came, and how long its copy stays.
   *
   * @param copyDueOn day after which the copy is destroyed
   */
  private record Noting(LocalDate copyDueOn, LocalDate asOf, Instant ingestedAt) {}

  /** One day for each file, whatever number of tables it is for: they share the copy. */
  private static Map<String, LocalDate> copiesDueOn(
      JobContext context, List<FileOutcome> outcomes) {
    Map<String, LocalDate> due = new HashMap<>();
    outcomes.forEach(
        outcome ->
            due.merge(
                outcome.file().sha256(),
                copyDueOn(context, outcome),
                (one, other) -> one.isAfter(other) ? one : other));
    return due;
  }

  private static LocalDate copyDueOn(JobContext context, FileOutcome outcome) {
    if (outcome.copyLife() == CopyLife.THIS_RUN) {
      return context.asOf().minusDays(1);
    }
    return outcome.isWholeAndGood()
        ? context.asOf().plusDays(context.settings().landing().keepDays())
        : context.asOf().plusDays(QUARANTINE_DAYS);
  }

  private static Row row(JobContext context, FileOutcome outcome, LocalDate copyDueOn) {
    return row(context, outcome, new Noting(copyDueOn, context.asOf(), context.clock().instant()));
  }

  private static Row row(JobContext context, FileOutcome outcome, Noting noting) {
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

  private static String sighting(String source, String name, long size, long modified) {
    return String.join("|", source, name, Long.toString(size), Long.toString(modified));
  }
}
