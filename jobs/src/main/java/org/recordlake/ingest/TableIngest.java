package org.recordlake.ingest;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.Holds;

/** Takes the new files of one table in: read, check, protect, judge, write, set aside. */
final class TableIngest {
  private static final String EXPIRED = "EXPIRED";

  private final JobContext context;
  private final TableSpec table;
  private final Triggers triggers;
  private final Holds holds;
  private final MediaFolder media;

  TableIngest(
      JobContext context, TableSpec table, Triggers triggers, Holds holds, MediaFolder media) {
    this.context = context;
    this.table = table;
    this.triggers = triggers;
    this.holds = holds;
    this.media = media;
  }

  /**
   * @param files files of this table, in the order in which they count
   * @return one outcome for each file
   */
  List<FileOutcome> run(List<Layouts.Recognised> files) {
    ProtectedColumns protection = new ProtectedColumns(table, context.protector(), media);
    Dataset<Row> checked =
        new RowChecks(table, protection)
            .apply(RawRows.read(context.lake().spark(), files))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<String, FileCheck> checks = fileChecks(checked);
      List<String> refused =
          files.stream()
              .map(file -> file.file().sha256())
              .filter(hash -> refusal(checks.get(hash)).isPresent())
              .toList();
      Dataset<Row> good =
          checked.where(size(col(RowChecks.PROBLEMS)).equalTo(0).and(not(in(refused))));
      Map<String, Balance> judged = store(protection.apply(good));
      if (checks.values().stream().anyMatch(check -> check.bad() > 0)) {
        new Quarantine(context)
            .rows(table.name(), checked.where(size(col(RowChecks.PROBLEMS)).gt(0)));
      }
      return files.stream()
          .map(file -> outcome(file, checks.get(file.file().sha256()), judged))
          .toList();
    } finally {
      checked.unpersist();
    }
  }

  /** What the checks found in one file. */
  private record FileCheck(long rows, long bad, boolean unreadable) {
    static final FileCheck EMPTY = new FileCheck(0, 0, false);
  }

  private static Column in(List<String> hashes) {
    return hashes.isEmpty() ? lit(false) : col(RawRows.FILE).isin(hashes.toArray());
  }

  private static Map<String, FileCheck> fileChecks(Dataset<Row> checked) {
    Column bad = size(col(RowChecks.PROBLEMS)).gt(0);
    Column unreadable = array_contains(col(RowChecks.PROBLEMS), "row:" + RawRow.UNREADABLE);
    Map<String, FileCheck> checks = new HashMap<>();
    checked
        .groupBy(RawRows.FILE)
        .agg(count(lit(1)), sum(bad.cast("long")), max(unreadable))
        .collectAsList()
        .forEach(
            row ->
                checks.put(
                    row.getString(0),
                    new FileCheck(row.getLong(1), row.getLong(2), row.getBoolean(3))));
    return checks;
  }

  private Optional<String> refusal(FileCheck check) {
    if (check == null || check.rows() == 0) {
      return Optional.empty();
    }
    if (check.unreadable()) {
      return Optional.of(
          "the file breaks off: nothing can be read after some line, such as an opened quote that never closes");
    }
    double share = (double) check.bad() / check.rows();
    double limit = context.settings().ingest().maxQuarantinedShare();
    return share <= limit
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%d of %d rows are bad, more than the limit of %.0f %%",
                check.bad(),
                check.rows(),
                limit * 100));
  }

  private Map<String, Balance> store(Dataset<Row> protectedRows) {
    DueDates dueDates =
        new DueDates(
            context.catalog().notice().scheduleOn(context.asOf()), context.settings().zone());
    if (isTrigger()) {
      triggers.arrived(table, protectedRows.persist(StorageLevel.MEMORY_AND_DISK()));
    }
    Dataset<Row> ruled =
        dueDates.ruled(
            table,
            protectedRows,
            trigger -> triggers.dates(context.catalog().table(trigger.table()), trigger));
    Column past = DueDates.isPast(col(DueDates.DUE), context.asOf()).and(not(col(Holds.HELD)));
    Dataset<Row> timed = holds.marked(table, ruled).withColumn("_past", past);
    Dataset<Row> judged =
        new Arrivals(table, context.lake()).judged(timed.where(not(col("_past"))));
    Dataset<Row> expired =
        timed
            .where(col("_past"))
            .withColumn(Arrivals.OUTCOME, lit(EXPIRED))
            .withColumn(Arrivals.WRITE, lit(false))
            .withColumn(Arrivals.KNOWN, lit(false));
    Dataset<Row> staged = judged.unionByName(expired).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Tally tally = tally(staged);
      write(staged.where(col(Arrivals.WRITE)), dueDates, tally);
      return tally.byFile();
    } finally {
      staged.unpersist();
    }
  }

  private boolean isTrigger() {
    return context.catalog().tables().stream()
        .flatMap(other -> other.retention().stream())
        .anyMatch(
            clause ->
                clause instanceof org.recordlake.catalog.RetentionClause.ByOtherTable other
                    && other.table().equals(table.name()));
  }

  /**
   * Counts of the judged rows.
   *
   * @param toWrite rows to be written, {@code replacing} of them over a row of the same key
   */
  private record Tally(Map<String, Balance> byFile, long toWrite, long replacing) {}

  private static Tally tally(Dataset<Row> staged) {
    List<Row> counts =
        staged
            .groupBy(RawRows.FILE, Arrivals.OUTCOME)
            .agg(
                count(lit(1)),
                sum(col(Arrivals.WRITE).cast("long")),
                sum(col(Arrivals.WRITE).and(col(Arrivals.KNOWN)).cast("long")))
            .collectAsList();
    Map<String, Balance> byFile = new HashMap<>();
    long toWrite = 0;
    long replacing = 0;
    for (Row row : counts) {
      byFile.merge(row.getString(0), balance(row.getString(1), row.getLong(2)), Balance::plus);
      toWrite += row.getLong(3);
      replacing += row.getLong(4);
    }
    return new Tally(byFile, toWrite, replacing);
  }

  private static Balance balance(String outcome, long rows) {
    return switch (outcome) {
      case Arrivals.STORED -> new Balance(0, rows, 0, 0, 0, 0, 0);
      case Arrivals.UPDATED -> new Balance(0, 0, rows, 0, 0, 0, 0);
      case Arrivals.DUPLICATE -> new Balance(0, 0, 0, rows, 0, 0, 0);
      case EXPIRED -> new Balance(0, 0, 0, 0, 0, rows, 0);
      default -> throw new IllegalStateException("no such outcome");
    };
  }

  private void write(Dataset<Row> rows, DueDates dueDates, Tally tally) {
    if (tally.toWrite() == 0) {
      return;
    }
    ProtectedColumns.mediaColumn(table).ifPresent(column -> storeMedia(rows, column));
    Dataset<Row> complete =
        table.zone() == org.recordlake.catalog.Zone.RECORDS
            ? withSystemColumns(rows, dueDates)
            : rows;
    if (tally.replacing() == 0) {
      context.lake().append(table.name(), complete);
    } else {
      context.lake().merge(table.name(), complete);
    }
  }

  private Dataset<Row> withSystemColumns(Dataset<Row> rows, DueDates dueDates) {
    return rows.withColumn(TableSpec.INGESTED_FILE, col(RawRows.FILE))
        .withColumn(TableSpec.RECORDED_ON, lit(Date.valueOf(context.asOf())))
        .withColumn(TableSpec.DUE_ON, dueDates.ownDueOn(table));
  }

  private void storeMedia(Dataset<Row> rows, String column) {
    MediaFolder folder = media;
    rows.select(ProtectedColumns.MEDIA_SOURCE, column)
        .where(col(column).isNotNull())
        .foreachPartition(
            (ForeachPartitionFunction<Row>)
                files ->
                    files.forEachRemaining(
                        row -> folder.store(row.getString(0), row.getString(1))));
  }

  private FileOutcome outcome(
      Layouts.Recognised recognised, FileCheck found, Map<String, Balance> judged) {
    FileCheck check = Optional.ofNullable(found).orElse(FileCheck.EMPTY);
    Optional<String> refusal = refusal(check);
    FileOutcome.Status status =
        refusal.isPresent() ? FileOutcome.Status.REFUSED : FileOutcome.Status.COMMITTED;
    Balance balance =
        refusal.isPresent()
            ? Balance.allQuarantined(check.rows())
            : judged
                .getOrDefault(recognised.file().sha256(), Balance.ZERO)
                .plus(new Balance(check.rows(), 0, 0, 0, check.bad(), 0, 0));
    if (!balance.balances()) {
      throw new IllegalStateException(
          "the balance of a file of " + table.name() + " does not add up: " + balance);
    }
    return new FileOutcome(
        recognised.file(), table.name(), recognised.reader().format(), status, balance, refusal);
  }

  /** Names of the tables in {@code files}, those whose dates others need first. */
  static List<List<String>> waves(JobContext context, List<String> tables) {
    List<String> holds = new ArrayList<>();
    List<String> triggers = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String name : tables) {
      TableSpec spec = context.catalog().table(name);
      boolean trigger =
          context.catalog().tables().stream()
              .flatMap(other -> other.retention().stream())
              .anyMatch(
                  clause ->
                      clause instanceof org.recordlake.catalog.RetentionClause.ByOtherTable other
                          && other.table().equals(name));
      (spec.zone() == org.recordlake.catalog.Zone.GOVERNANCE ? holds : trigger ? triggers : others)
          .add(name);
    }
    return List.of(holds, triggers, others);
  }
}
