package org.recordlake.cli;

import java.util.List;
import java.util.function.Supplier;
import org.recordlake.ingest.Ingest;
import org.recordlake.job.Job;
import org.recordlake.reporting.Reports;

/**
 * The one registry from the name of a command to the steps it runs. A command is offered once its
 * steps stand here.
 */
final class Jobs {
  private Jobs() {}

  /**
   * A command that runs jobs.
   *
   * @param name words of the command line, such as {@code nightly} or {@code retention run}
   * @param description one line for the help
   * @param kind what it does with its steps and which options it takes
   * @param steps new jobs, in the order they run
   */
  record Entry(String name, String description, Kind kind, Supplier<List<? extends Job<?>>> steps) {
    /** The command group it belongs to, or the empty string. */
    String group() {
      int space = name.indexOf(' ');
      return space < 0 ? "" : name.substring(0, space);
    }

    /** The last word of its name. */
    String word() {
      return name.substring(name.indexOf(' ') + 1);
    }
  }

  /** How a command treats its steps. */
  enum Kind {
    /** Runs them. */
    RUN,
    /** Runs them, and lets the user ask for a rebuild or a backfill. */
    BACKFILL,
    /** Only prints their plans. */
    PLAN
  }

  static List<Entry> shipped() {
    return List.of(
        new Entry(
            "ingest",
            "Take the files in landing into records.",
            Kind.BACKFILL,
            () -> List.of(new Ingest())),
        new Entry(
            "reports",
            "Write the report pack from the marts.",
            Kind.BACKFILL,
            () -> List.of(new Reports())));
  }
}
