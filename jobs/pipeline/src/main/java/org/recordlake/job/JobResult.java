package org.recordlake.job;

import java.util.List;
import java.util.Map;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;

/**
 * How a job ended.
 *
 * @param exitCode {@code DONE}, or what was wrong with a part of the work although the rest was
 *     done
 * @param counts named counts for the ledger
 * @param problems what was wrong, without personal values
 * @param output lines for standard output
 */
public record JobResult(
    ExitCode exitCode, Map<String, Long> counts, List<Problem> problems, List<String> output) {
  public JobResult {
    counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
    problems = List.copyOf(problems);
    output = List.copyOf(output);
  }

  public static JobResult done(Map<String, Long> counts) {
    return new JobResult(ExitCode.DONE, counts, List.of(), List.of());
  }

  public static JobResult done(Map<String, Long> counts, List<String> output) {
    return new JobResult(ExitCode.DONE, counts, List.of(), output);
  }
}
