package org.recordlake.retention;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.recordlake.disposal.Hold;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.schedule.HoldRows;

/** All legal holds, which a privacy office counts in tens or hundreds. */
public final class HoldList {
  private static final String TABLE = "legal_holds";

  private final JobContext context;

  public HoldList(JobContext context) {
    this.context = context;
  }

  /** Released ones included, by number. */
  public List<Hold> all() {
    if (!context.lake().exists(TABLE)) {
      return List.of();
    }
    return context.lake().read(TABLE).collectAsList().stream()
        .map(HoldRows::hold)
        .sorted(Comparator.comparing(Hold::id))
        .toList();
  }

  Optional<Hold> byId(String id) {
    return all().stream().filter(hold -> hold.id().equals(id)).findFirst();
  }

  JobResult write(HoldPlan plan) {
    List<Row> rows = plan.change().map(HoldRows::row).stream().toList();
    context.lake().ledger(TABLE).merge(rows);
    return JobResult.done(java.util.Map.of("holds_written", (long) rows.size()), plan.lines());
  }
}
