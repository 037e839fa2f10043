package org.recordlake.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.job.Progress;
import org.recordlake.lake.DayLayout;
import org.recordlake.lake.TidyPlan;

/**
 * Lays the rows of time-ruled tables by their last day, so that what falls due leaves as whole
 * files. Done before marts are made, which would otherwise take the new files for new rows the next
 * night; the files that go are destroyed by {@link RetentionPurge}.
 */
public final class Tidy implements Job<Tidy.Plan> {
  /** Work on one table. */
  record Work(DayLayout layout, TidyPlan files) {}

  /**
   * @param work tables with enough that lies untidily
   */
  public record Plan(List<Work> work) implements JobPlan {
    public Plan {
      work = List.copyOf(work);
    }

    @Override
    public List<String> lines() {
      return work.stream().map(Plan::line).toList();
    }

    private static String line(Work each) {
      return "%s: %d files, %d bytes, to be laid by the last day of their rows"
          .formatted(
              each.layout().table().qualifiedName(),
              each.files().files().size(),
              each.files().bytes());
    }
  }

  @Override
  public String name() {
    return "tidy";
  }

  @Override
  public Plan plan(JobContext context) {
    List<Work> work = new ArrayList<>();
    for (TableSpec table : context.catalog().tables(Zone.RECORDS)) {
      DayLayout.of(context.lake(), table)
          .map(layout -> new Work(layout, layout.plan(context.asOf())))
          .filter(each -> !each.files().isEmpty())
          .ifPresent(work::add);
    }
    return new Plan(work);
  }

  @Override
  public JobResult execute(Plan plan, JobContext context) {
    if (plan.work().isEmpty()) {
      return JobResult.done(Map.of());
    }
    try (Progress.Bar bar = context.progress().start("Laying out tables", plan.work().size())) {
      for (Work each : plan.work()) {
        each.layout().tidy(each.files());
        bar.step();
      }
    }
    long files = plan.work().stream().mapToLong(each -> each.files().files().size()).sum();
    long bytes = plan.work().stream().mapToLong(each -> each.files().bytes()).sum();
    return JobResult.done(
        Map.of("files_laid_anew", files, "bytes_laid_anew", bytes),
        List.of(
            "%d files (%d bytes) were laid anew by the last day of their rows"
                .formatted(files, bytes)));
  }
}
