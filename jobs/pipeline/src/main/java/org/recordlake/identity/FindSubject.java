package org.recordlake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.recordlake.audit.AuditLog;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.problem.Failure;

/**
 * Says where records about an individual lie, by individual, table and record source, and by which
 * links. Noted in the audit log, the question sealed, before anything is read.
 */
public final class FindSubject implements Job<FindSubject.Plan> {
  private static final String NAME = "subject find";
  private final SubjectQuestion question;
  private final String operator;
  private final String reason;

  public FindSubject(SubjectQuestion question, String operator, String reason) {
    this.question = question;
    this.operator = operator;
    this.reason = reason;
  }

  /** That records will be read. */
  public record Plan() implements JobPlan {
    @Override
    public List<String> lines() {
      return List.of("read records and governance, noted in the audit log");
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Plan plan(JobContext context) {
    if (operator.isBlank() || reason.isBlank()) {
      throw Failure.usage("the operator or the reason is missing", NAME, "Give both");
    }
    return new Plan();
  }

  @Override
  public JobResult execute(Plan plan, JobContext context) {
    audit(context);
    SubjectSearch search = new SubjectSearch(context);
    List<String> individuals = search.individuals(question);
    List<SubjectSearch.Rows> rows = search.rows(individuals, question);
    List<Link> links = search.links(individuals);
    List<String> output = new ArrayList<>();
    String called = LinkColumns.of(context.catalog()).individual().called();
    output.add(
        individuals.isEmpty() ? "no " + called : called + " " + String.join(", ", individuals));
    rows.forEach(found -> output.add(found.line()));
    Map<RowReference, String> sources = search.sources(links);
    links.forEach(
        link ->
            output.add(
                link.line()
                    + ", from "
                    + sources.getOrDefault(link.target(), "a row that is no more")));
    long total = rows.stream().mapToLong(SubjectSearch.Rows::count).sum();
    return JobResult.done(Map.of("rows", total, "links", (long) links.size()), output);
  }

  private void audit(JobContext context) {
    String statement = question.by().name().toLowerCase(Locale.ROOT) + "=" + question.value();
    AuditLog.note(context, operator, NAME, "records,governance", reason, statement);
  }
}
