package org.recordlake.retention;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.scan.result.ScanResult;

/**
 * Looks into every file for everything this lake ever destroyed, as far as its tokens are kept.
 * What came back since, newer than the disposal, is left out, as it lives.
 */
public final class ScanLake implements Job<ScanLake.Plan> {

  /**
   * @param places folders that are looked into, by name
   */
  public record Plan(Map<String, Path> places) implements JobPlan {
    @Override
    public List<String> lines() {
      return places.keySet().stream().map(name -> "scan " + name).toList();
    }
  }

  /** The same, to hold a certificate against a lake. */
  public static LakeAgreement.TraceScan traces() {
    return (context, certificate) ->
        ErasureScan.ofEverything(context).map(scan -> scan.run().problems()).orElse(List.of());
  }

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public Plan plan(JobContext context) {
    return new Plan(ErasureScan.places(context));
  }

  @Override
  public JobResult execute(Plan plan, JobContext context) {
    Optional<ErasureScan.Outcome> outcome = ErasureScan.ofEverything(context).map(ErasureScan::run);
    if (outcome.isEmpty()) {
      return new JobResult(
          ExitCode.DONE, Map.of(), List.of(), List.of("nothing was ever destroyed here"));
    }
    ScanResult result = outcome.get().result();
    List<String> lines = new ArrayList<>();
    result
        .notSearchable()
        .forEach(
            (label, count) -> lines.add("not looked for: %s, %d values".formatted(label, count)));
    lines.addAll(outcome.get().lines());
    return new JobResult(
        outcome.get().problems().isEmpty() ? ExitCode.DONE : ExitCode.DATA_CHECKS,
        outcome.get().counts(),
        outcome.get().problems(),
        lines);
  }
}
