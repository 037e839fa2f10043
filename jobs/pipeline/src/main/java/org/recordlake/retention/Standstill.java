package org.recordlake.retention;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;

/** What a run says that destroyed nothing, since nobody can say what a hold covers. */
final class Standstill {
  private Standstill() {}

  static JobResult result(List<Problem> unread) {
    Stream<String> lines =
        Stream.concat(
            Stream.of("nothing is destroyed while a hold order stands unread:"),
            unread.stream().map(problem -> "  " + problem));
    return new JobResult(
        ExitCode.DATA_CHECKS,
        Map.of("orders_unread", (long) unread.size()),
        unread,
        lines.toList());
  }
}
