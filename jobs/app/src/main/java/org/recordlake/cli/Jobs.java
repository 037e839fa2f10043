package org.recordlake.cli;

import java.util.List;
import java.util.function.Supplier;
import org.recordlake.identity.Identity;
import org.recordlake.ingest.Ingest;
import org.recordlake.ingest.IngestRetry;
import org.recordlake.insights.Insights;
import org.recordlake.job.Job;
import org.recordlake.job.OnMarts;
import org.recordlake.polls.Polls;
import org.recordlake.reporting.Reports;
import org.recordlake.retention.RetentionDelete;
import org.recordlake.retention.RetentionPurge;
import org.recordlake.retention.Tidy;

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
    /** Runs them as one piece of work, which ends as the gravest of them does. */
    WHOLE,
    /** Runs them, and lets the user ask for a rebuild or a backfill. */
    BACKFILL,
    /** As a backfill; or it tests the needs they find against what customers then bought. */
    INSIGHTS
  }

  static List<Entry> shipped() {
    return List.of(
        new Entry(
            "nightly",
            "Ingest, retention, tidy, identity, insights, polls, reports, purge: one session.",
            Kind.RUN,
            Jobs::nightly),
        new Entry(
            "ingest",
            "Take the files in landing into records.",
            Kind.BACKFILL,
            () -> List.of(new Ingest())),
        new Entry(
            "ingest retry",
            "Take what was set aside again, once a mapping or a check is mended.",
            Kind.RUN,
            () -> List.of(new IngestRetry())),
        new Entry(
            "identity match",
            "Find which rows without a customer are about which one.",
            Kind.BACKFILL,
            () -> List.of(new Identity())),
        new Entry(
            "insights",
            "Rebuild the marts on customers, services, campaigns, events and suppliers.",
            Kind.INSIGHTS,
            () -> List.of(new Insights())),
        new Entry(
            "polls",
            "Rebuild the marts on polls and meetings.",
            Kind.BACKFILL,
            () -> List.of(new Polls())),
        new Entry(
            "reports",
            "Write the report pack from the marts.",
            Kind.BACKFILL,
            () -> List.of(new Reports())),
        new Entry(
            "retention run",
            "Delete what is due, make anew what counted it, destroy it on storage and verify.",
            Kind.WHOLE,
            () -> disposal(new RetentionDelete())));
  }

  /**
   * A deletion and what follows from it: marts and reports that named or counted what is gone are
   * made anew before the purge looks whether anything is left.
   */
  static List<Job<?>> disposal(RetentionDelete delete) {
    return List.of(
        delete,
        new Tidy(),
        new OnMarts<>(new Identity()),
        new OnMarts<>(new Insights()),
        new OnMarts<>(new Polls()),
        new OnMarts<>(new Reports()),
        new RetentionPurge());
  }

  /**
   * What expired goes before the marts are made, so that no report of the night shows it, and
   * before rows are matched, so that no link outlives its row.
   */
  private static List<Job<?>> nightly() {
    return List.of(
        new Ingest(),
        new RetentionDelete(),
        new Tidy(),
        new Identity(),
        new Insights(),
        new Polls(),
        new Reports(),
        new RetentionPurge());
  }
}
