package org.recordlake.retention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Problem;

/**
 * Looks for what a disposal may have left, as an auditor would: it shares no code with what deletes
 * and purges, so that a mistake there does not hide itself here.
 */
final class DisposalCheck {
  private final JobContext context;

  DisposalCheck(JobContext context) {
    this.context = context;
  }

  /** What contradicts each of {@code dispositions}: an empty list where it is true. */
  Map<Disposition, List<Problem>> problems(List<Disposition> dispositions) {
    Map<Disposition, List<Problem>> problems = new LinkedHashMap<>();
    if (dispositions.isEmpty()) {
      return problems;
    }
    Map<String, Long> rows = ResidualRows.count(context, dispositions);
    Map<String, Long> files = new HashMap<>();
    dispositions.stream()
        .map(Disposition::table)
        .distinct()
        .forEach(table -> files.put(table, new ResidualFiles(context).ofTable(table)));
    long media = new ResidualFiles(context).withoutRow();
    for (Disposition each : dispositions) {
      List<Problem> own = new ArrayList<>();
      rowProblem(each, rows.getOrDefault(each.id(), 0L)).ifPresent(own::add);
      fileProblem(each, files.get(each.table())).ifPresent(own::add);
      mediaProblem(each, media).ifPresent(own::add);
      problems.put(each, own);
    }
    return problems;
  }

  private Optional<Problem> rowProblem(Disposition disposition, long rows) {
    return problem(
        disposition,
        rows,
        "row(s) past their day and under no hold are still there",
        "Run 'retention run' again; if they stay, the schedule is applied wrongly");
  }

  private Optional<Problem> fileProblem(Disposition disposition, long files) {
    return problem(
        disposition,
        files,
        "file(s) on storage are not of the table's latest version",
        "Check who else writes there, then run 'retention run' again");
  }

  private Optional<Problem> mediaProblem(Disposition disposition, long files) {
    return problem(
        disposition,
        disposition.rows().media() > 0 ? files : 0,
        "media file(s) belong to no row",
        "Check who else writes there, then run 'retention run' again");
  }

  private Optional<Problem> problem(
      Disposition disposition, long number, String what, String mend) {
    if (number == 0) {
      return Optional.empty();
    }
    String table = context.catalog().table(disposition.table()).qualifiedName();
    String place = "%s %s (%s)".formatted(table, disposition.rule(), disposition.id());
    return Optional.of(new Problem(number + " " + what, place, mend));
  }
}
