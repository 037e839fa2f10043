package org.recordlake.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;

/** Writes {@code governance.job_runs}: one row per step of a run. */
final class RunLedger {
  static final String TABLE = "job_runs";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JobContext context;

  RunLedger(JobContext context) {
    this.context = context;
  }

  void write(List<JobRunner.Step> steps) {
    append(steps.stream().map(this::row).toList());
  }

  /** The latest day any run took for today. */
  Optional<LocalDate> newestDay() {
    if (!context.lake().exists(TABLE)) {
      return Optional.empty();
    }
    Date newest = context.lake().read(TABLE).agg(functions.max("as_of")).first().getDate(0);
    return Optional.ofNullable(newest).map(Date::toLocalDate);
  }

  /** Notes that {@code deadRun} never wrote its own rows. */
  void died(String deadRun) {
    Timestamp now = Timestamp.from(context.clock().instant());
    append(
        List.of(
            RowFactory.create(
                deadRun, 0, "run", "killed", null, null, null, now, "{}", "[]", Version.PROGRAM)));
  }

  private Row row(JobRunner.Step step) {
    ExitCode exitCode = step.result().exitCode();
    return RowFactory.create(
        context.runId(),
        step.number(),
        step.job(),
        exitCode.name().toLowerCase(Locale.ROOT),
        exitCode.code(),
        Date.valueOf(context.asOf()),
        Timestamp.from(step.startedAt()),
        Timestamp.from(step.endedAt()),
        json(step.result().counts()),
        json(step.result().problems().stream().map(Problem::toString).toList()),
        Version.PROGRAM);
  }

  private void append(List<Row> rows) {
    context.lake().ledger(TABLE).append(rows);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write counts as JSON", e);
    }
  }
}
