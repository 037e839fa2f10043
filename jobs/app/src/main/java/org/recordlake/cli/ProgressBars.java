package org.recordlake.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.recordlake.job.Progress;

/** Progress for a person at a terminal: a bar while work is under way, and lines worth keeping. */
final class ProgressBars implements Progress {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int WIDTH = 79;
  private static final int UPDATE_MILLIS = 200;

  private final PrintStream messages;

  ProgressBars(PrintStream messages) {
    this.messages = messages;
  }

  @Override
  public void note(String line) {
    messages.println(CLEAR_LINE + line);
  }

  @Override
  public Bar start(String task, long total) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("  " + task)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(messages, WIDTH))
            .clearDisplayOnFinish()
            .hideEta()
            .build();
    return new Bar() {
      @Override
      public void step() {
        bar.step();
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }
}
