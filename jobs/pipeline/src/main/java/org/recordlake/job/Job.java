package org.recordlake.job;

/** One step of the system: it says what it would do, then does it. */
public interface Job<P extends JobPlan> {
  /** Name in the ledger and on the progress lines. */
  String name();

  /** What an execution would do now. Reads only. */
  P plan(JobContext context);

  /**
   * Does what {@code plan} says. Doing it twice, or again after being killed, leaves the same
   * tables.
   */
  JobResult execute(P plan, JobContext context);
}
