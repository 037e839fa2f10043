package org.recordlake.identity;

import static org.apache.spark.sql.functions.col;

import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Individual;
import org.recordlake.catalog.Linkage;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;

/** Which rows a run has to match. */
sealed interface MatchScope {
  /**
   * No rows.
   *
   * @param reason for the plan; empty if nothing changed since the last run
   */
  record Nothing(Optional<String> reason) implements MatchScope {
    Nothing() {
      this(Optional.empty());
    }
  }

  /**
   * All rows, since what is gone or was changed may have kept other rows from their individual.
   *
   * @param reason for the plan
   */
  record Everything(String reason) implements MatchScope {}

  /** Only new rows came, with these files. */
  record Files(Set<String> hashes) implements MatchScope {
    public Files {
      hashes = Set.copyOf(hashes);
    }
  }

  /**
   * Compares the ledgers of runs, files and disposals: what happened since the last run that was
   * done began.
   */
  static MatchScope of(JobContext context) {
    Optional<Individual> individual = context.catalog().individual();
    if (individual.isEmpty()) {
      return new Nothing(Optional.of("no records table has the role individual"));
    }
    if (context.options().full()) {
      return new Everything("a full match was asked for");
    }
    Lake lake = context.lake();
    if (!lake.exists(individual.get().table())) {
      return new Nothing();
    }
    List<Row> runs =
        lake.read("job_runs")
            .where(col("status").equalTo("done"))
            .where(col("job").isin(Identity.NAME, ClericalReview.SPLIT, ClericalReview.CONFIRM))
            .select("job", "started_at", "counts")
            .collectAsList();
    Optional<Row> last =
        runs.stream()
            .filter(row -> row.getString(0).equals(Identity.NAME))
            .max(Comparator.comparing(row -> row.getTimestamp(1)));
    if (last.isEmpty()) {
      return new Everything("not matched yet");
    }
    if (!last.get().getString(2).contains(Identity.RULES)) {
      return new Everything("the rules changed");
    }
    Timestamp since = last.get().getTimestamp(1);
    if (runs.stream().anyMatch(row -> said(row, since))) {
      return new Everything("people split or confirmed links");
    }
    return byLedgers(context, since);
  }

  private static boolean said(Row run, Timestamp since) {
    return !run.getString(0).equals(Identity.NAME) && !run.getTimestamp(1).before(since);
  }

  private static MatchScope byLedgers(JobContext context, Timestamp since) {
    Lake lake = context.lake();
    Column mine = col("table_name").isin(PartyReader.linked(context.catalog()).toArray());
    long destroyed =
        lake.read("dispositions")
            .where(mine.and(col("rows_deleted").gt(0)).and(col("deleted_at").geq(since)))
            .count();
    if (destroyed > 0) {
      return new Everything("rows were destroyed");
    }
    List<Row> files =
        lake.read("ingested_files")
            .where(mine.and(col("ingested_at").geq(since)))
            .where(col("stored").plus(col("updated")).gt(0))
            .select("file_sha256", "table_name", "updated")
            .collectAsList();
    List<String> reference = PartyReader.tables(context.catalog(), Linkage.Part.REFERENCE);
    if (files.stream()
        .anyMatch(row -> row.getLong(2) > 0 && reference.contains(row.getString(1)))) {
      return new Everything("rows that others are compared with were changed");
    }
    return files.isEmpty()
        ? new Nothing()
        : new Files(files.stream().map(row -> row.getString(0)).collect(Collectors.toSet()));
  }
}
