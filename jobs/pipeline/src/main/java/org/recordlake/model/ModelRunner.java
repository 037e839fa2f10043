package org.recordlake.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.job.Progress;
import org.recordlake.lake.Lake;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Makes the marts of one job from their SQL models; a mart whose inputs, parameters and SQL are
 * unchanged is left alone, and of one that allows it only the customers touched are made anew.
 */
public final class ModelRunner {
  private final String job;
  private final Stages stages;

  /**
   * @param job name of the job, as the marts' catalogue files give it
   * @param stages what its marts read on their way
   */
  public ModelRunner(String job, Stages stages) {
    this.job = job;
    this.stages = stages;
  }

  public ModelRunner(String job) {
    this(job, Stages.SHIPPED);
  }

  /** Compares every mart's fingerprint with the one it was made with. */
  public ModelPlan plan(JobContext context) {
    return new ModelPlanner(context).plan(JobModels.of(context.catalog(), job, in(context)));
  }

  /**
   * Rebuilds the stale marts, each in one commit and those that do not read each other side by
   * side, in sessions of their own, since models give their views the same names. A mart that fails
   * a check keeps its old rows, and so do those that read it; the others go on.
   */
  public JobResult execute(ModelPlan plan, JobContext context) {
    List<Problem> problems = new ArrayList<>();
    Set<String> failed = new HashSet<>();
    SessionPool sessions = new SessionPool(context);
    try (Progress.Bar bar = context.progress().start(job, plan.stale().size())) {
      new ModelScheduler<Outcome>(plan.stale())
          .run(
              context.settings().ingest().parallelTables(),
              step -> work(step, Set.copyOf(failed), context, sessions),
              outcome -> {
                problems.addAll(outcome.problems());
                if (!outcome.problems().isEmpty()) {
                  failed.add(outcome.mart());
                }
                bar.step();
              });
    } catch (RuntimeException failure) {
      if (!problems.isEmpty()) {
        failure.addSuppressed(Failure.dataChecks(problems));
      }
      throw failure;
    }
    return result(plan, failed.size(), problems);
  }

  private record Outcome(String mart, List<Problem> problems) {}

  private Callable<Outcome> work(
      ModelPlan.Step step, Set<String> failed, JobContext context, SessionPool sessions) {
    return () -> {
      Lake lake = sessions.take();
      try {
        return rebuild(step, failed, context, lake);
      } finally {
        sessions.giveBack(lake);
      }
    };
  }

  private Outcome rebuild(ModelPlan.Step step, Set<String> failed, JobContext context, Lake lake)
      throws Exception {
    List<String> missing = step.reads().stream().filter(failed::contains).toList();
    if (!missing.isEmpty()) {
      return new Outcome(step.mart(), List.of(skipped(step, missing)));
    }
    try {
      if (step.scope() instanceof RebuildScope.Touched touched) {
        new IncrementalUpdate(step, touched, lake)
            .write(tables -> rows(step, lake, tables, context));
      } else {
        lake.replace(step.mart(), rows(step, lake, lake::read, context), step.fingerprint());
      }
      return new Outcome(step.mart(), List.of());
    } catch (Exception error) {
      return new Outcome(
          step.mart(),
          List.of(CheckFailedException.behind(error).orElseThrow(() -> error).problem()));
    }
  }

  private static Problem skipped(ModelPlan.Step step, List<String> missing) {
    return new Problem(
        "not rebuilt, since it reads " + String.join(", ", missing),
        "marts." + step.mart(),
        "Mend what is wrong there and run again");
  }

  private Dataset<Row> rows(
      ModelPlan.Step step, Lake lake, Function<String, Dataset<Row>> tables, JobContext context) {
    return MartModel.of(context.catalog().table(step.mart()), in(context))
        .rows(lake.spark(), tables, ModelParameters.of(context));
  }

  private Stages in(JobContext context) {
    return stages.in(context.settings().confFolder());
  }

  private static JobResult result(ModelPlan plan, int failed, List<Problem> problems) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("rebuilt", (long) plan.stale().size() - failed);
    counts.put("touched_only", plan.touchedOnly());
    counts.put("up_to_date", (long) plan.steps().size() - plan.stale().size());
    counts.put("failed", (long) failed);
    ExitCode exitCode = failed == 0 ? ExitCode.DONE : ExitCode.DATA_CHECKS;
    return new JobResult(
        exitCode, counts, problems, plan.steps().isEmpty() ? plan.lines() : List.of());
  }
}
