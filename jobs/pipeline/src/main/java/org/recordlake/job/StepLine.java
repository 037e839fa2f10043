package org.recordlake.job;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** The line a step leaves for people when it ended. */
final class StepLine {
  private static final int MOST_COUNTS = 6;

  private StepLine() {}

  /** Name, outcome, seconds and the first counts that are not zero. */
  static String ended(JobRunner.Step step) {
    double seconds = Duration.between(step.startedAt(), step.endedAt()).toMillis() / 1000.0;
    String counts =
        step.result().counts().entrySet().stream()
            .filter(count -> count.getValue() != 0)
            .limit(MOST_COUNTS)
            .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s: %s in %.1f s%s",
        step.job(),
        step.result().exitCode().meaning(),
        seconds,
        counts.isEmpty() ? "" : ": " + counts);
  }
}
