package org.recordlake.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;

/** A job that does what the test says. */
record StubJob(String name, Function<JobContext, JobResult> work) implements Job<JobPlan> {
  static List<Jobs.Entry> registry(StubJob... steps) {
    Supplier<List<? extends Job<?>>> all = () -> List.of(steps);
    return List.of(
        new Jobs.Entry("go", "Runs the steps.", Jobs.Kind.RUN, all),
        new Jobs.Entry("step", "Runs the steps over again.", Jobs.Kind.BACKFILL, all),
        new Jobs.Entry("steps whole", "Runs the steps as one.", Jobs.Kind.WHOLE, all));
  }

  static StubJob done(String name) {
    return new StubJob(
        name, context -> JobResult.done(Map.of("rows", 1234L), List.of(name + " says so")));
  }

  @Override
  public JobPlan plan(JobContext context) {
    return () -> List.of("would work as of " + context.asOf());
  }

  @Override
  public JobResult execute(JobPlan plan, JobContext context) {
    return work.apply(context);
  }
}
