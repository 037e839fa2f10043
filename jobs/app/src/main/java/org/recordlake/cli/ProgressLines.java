package org.recordlake.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.recordlake.job.Progress;

/** Progress for log files and schedulers: whole lines, one for each piece of work that ended. */
final class ProgressLines implements Progress {
  private final PrintStream messages;
  private final Clock clock;

  ProgressLines(PrintStream messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public void note(String line) {
    messages.println(line);
  }

  @Override
  public Bar start(String task, long total) {
    Instant start = clock.instant();
    AtomicLong done = new AtomicLong();
    return new Bar() {
      @Override
      public void step() {
        done.incrementAndGet();
      }

      @Override
      public void close() {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        note(
            String.format(
                Locale.ROOT, "  %s: %d of %d in %.1f s", task, done.get(), total, seconds));
      }
    };
  }
}
