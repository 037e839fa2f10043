package org.recordlake.job;

import java.time.Clock;
import java.time.LocalDate;
import org.recordlake.catalog.Catalog;
import org.recordlake.config.Settings;
import org.recordlake.lake.Lake;
import org.recordlake.protect.Protector;

/**
 * What every job of a run works with.
 *
 * @param asOf the only date that decides anything
 * @param clock for the times noted in ledgers, never for a decision
 * @param runId id of the run, shared by its steps
 */
public record JobContext(
    Settings settings,
    Catalog catalog,
    Lake lake,
    LocalDate asOf,
    Clock clock,
    String runId,
    Progress progress,
    Protector protector,
    JobOptions options) {
  /** The same surroundings for another run as on another day. */
  public JobContext on(LocalDate day, String otherRun) {
    return new JobContext(
        settings, catalog, lake, day, clock, otherRun, progress, protector, options);
  }
}
