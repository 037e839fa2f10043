package org.recordlake.retention;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.recordlake.schedule.Holds.HELD;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.recordlake.audit.AuditLog;
import org.recordlake.catalog.PaperIndex;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.problem.Failure;

/**
 * One person's word that files of paper on a destruction list are destroyed, noted in the audit
 * log. The next run then destroys their rows. Either all files that are named are confirmed or
 * none.
 */
public final class ConfirmDestruction implements Job<ConfirmDestruction.Plan> {
  private final List<String> files;
  private final Word word;
  private final String reason;

  /**
   * @param files numbers on their labels
   * @param reason empty where there is nothing to add
   */
  public ConfirmDestruction(List<String> files, Word word, String reason) {
    this.files = List.copyOf(new LinkedHashSet<>(files));
    this.word = word;
    this.reason = reason;
  }

  /**
   * What a person says.
   *
   * @param method how the files were destroyed, as the index has it
   * @param on day on which they were
   * @param by who says so
   */
  public record Word(String method, LocalDate on, String by) {
    public Word {
      by = by.strip();
    }
  }

  /** The files as they are listed. */
  public record Plan(PaperIndex index, List<PaperFiles.Listed> files, List<String> lines)
      implements JobPlan {}

  @Override
  public String name() {
    return "retention confirm";
  }

  @Override
  public Plan plan(JobContext context) {
    PaperIndex index =
        context
            .catalog()
            .paper()
            .orElseThrow(
                () ->
                    refused(
                        "no table indexes paper",
                        "catalogue",
                        "Give the table that does the role paper"));
    checkWord(index, context);
    Set<String> known =
        context
            .lake()
            .read(index.table().name())
            .where(col(index.key()).isin(files.toArray()))
            .select(index.key())
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(toSet());
    Map<String, Row> due = due(index, context);
    return new Plan(
        index,
        files.stream()
            .map(file -> listed(file, known, Optional.ofNullable(due.get(file))))
            .toList(),
        List.of(
            "%d file(s) destroyed by %s on %s; their rows go with the next run"
                .formatted(files.size(), word.method(), word.on())));
  }

  @Override
  public JobResult execute(Plan plan, JobContext context) {
    String statement = "%s on %s: %s".formatted(word.method(), word.on(), String.join(" ", files));
    AuditLog.note(context, word.by(), name(), "governance", reason, statement);
    new PaperFiles(context).confirm(plan.index().table(), plan.files(), word);
    return JobResult.done(Map.of("confirmed", (long) files.size()), plan.lines());
  }

  private void checkWord(PaperIndex index, JobContext context) {
    if (word.by().isEmpty()) {
      throw refused("a confirmation needs a person", "--operator", "Give a name");
    }
    if (!index.methods().contains(word.method())) {
      throw refused(
          "paper is not destroyed this way",
          "--method",
          "Use one of " + String.join(", ", index.methods()));
    }
    if (word.on().isAfter(context.asOf())) {
      throw refused("this day is still to come", "--on", "Confirm once the files are destroyed");
    }
  }

  private Map<String, Row> due(PaperIndex index, JobContext context) {
    Column[] columns = new PaperFiles(context).columns(index.table(), index.key());
    return new RetentionDelete()
            .due(context)
            .due(index.table(), columns)
            .where(col(index.key()).isin(files.toArray()))
            .collectAsList()
            .stream()
            .collect(toMap(row -> row.getString(0), row -> row, (one, other) -> one));
  }

  private PaperFiles.Listed listed(String file, Set<String> known, Optional<Row> due) {
    if (!known.contains(file)) {
      throw refused("there is no file of this number", file, "See the destruction list");
    }
    Row row =
        due.orElseThrow(
            () -> refused("the file is not due", file, "Leave it out; it must not be destroyed"));
    if (row.<Boolean>getAs(HELD)) {
      throw refused("a legal hold covers the file", file, "Leave it out; see 'hold list'");
    }
    if (row.<Boolean>getAs(PaperFiles.CONFIRMED)) {
      throw refused("it is confirmed already", file, "Leave it out");
    }
    LocalDate on =
        PaperFiles.listedOn(row)
            .orElseThrow(
                () ->
                    refused(
                        "the file stands on no destruction list yet",
                        file,
                        "Run 'retention run', and read the list first"));
    if (word.on().isBefore(on)) {
      throw refused("it was listed only on " + on, file, "Correct --on, or ask who destroyed it");
    }
    return PaperFiles.Listed.of(row, on);
  }

  private static Failure refused(String what, String place, String mend) {
    return Failure.usage(what, place, mend);
  }
}
