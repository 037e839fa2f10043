package org.recordlake.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Purge;

/**
 * The disposal of what one rule made due in one table: a row of {@code governance.dispositions}. It
 * counts rows and never names one.
 *
 * @param asOf day up to which rows were due
 * @param versionBefore version of the table from which the rows are deleted
 * @param deletedAt when they were gone from the latest version; storage still has them until {@code
 *     purgedAt}
 */
public record Disposition(
    String id,
    String runId,
    String table,
    String rule,
    String citation,
    LocalDate asOf,
    State state,
    Rows rows,
    Optional<Long> versionBefore,
    Optional<Long> versionAfter,
    Optional<Purge.Result> removed,
    Instant plannedAt,
    Optional<Instant> deletedAt,
    Optional<Instant> purgedAt,
    Optional<Instant> verifiedAt,
    String preparedBy,
    Optional<String> approvedBy) {

  /** How far a disposal is. Each state is written before what it names is begun. */
  public enum State {
    PLANNED,
    NOTICED,
    APPROVED,
    DELETING,
    PURGED,
    VERIFIED,
    CERTIFIED
  }

  /**
   * @param due rows due, held ones included
   * @param held due rows kept by a legal hold
   * @param deleted rows deleted
   * @param media media files destroyed with them
   */
  public record Rows(long due, long held, long deleted, long media) {}

  /**
   * A new one for {@code item}. Its number is the same for the same run, table, version and rule.
   */
  static Disposition fresh(RetentionPlan.Item item, JobContext context) {
    return new Disposition(
        id(context.runId(), item.table(), item.rule().id(), Long.toString(item.version())),
        context.runId(),
        item.table(),
        item.rule().id(),
        item.rule().citation(),
        context.asOf(),
        State.PLANNED,
        new Rows(item.rowsDue(), item.rowsHeld(), 0, 0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        context.clock().instant().truncatedTo(ChronoUnit.MICROS),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        System.getProperty("user.name", "unknown"),
        Optional.empty());
  }

  private static String id(String... parts) {
    byte[] text = String.join("|", parts).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return "D-" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
    }
  }

  /** Whether its rows may still be in the latest version of the table. */
  boolean isUndeleted() {
    return deletedAt.isEmpty();
  }

  /** Whether its rows are deleted, but perhaps not gone from storage. */
  boolean isUnpurged() {
    return state == State.DELETING && deletedAt.isPresent();
  }

  /** Whether it is gone from storage, but not yet shown to be. */
  boolean isUnverified() {
    return state == State.PURGED;
  }

  /** Counted anew on {@code day}, with nothing destroyed yet. */
  Disposition planned(LocalDate day, long due, long held) {
    return with(day, state, new Rows(due, held, 0, 0), versionBefore);
  }

  /** About to delete exactly {@code count} rows and {@code media} files from {@code version}. */
  Disposition deleting(long count, long media, long version) {
    Rows exact = new Rows(count + rows.held(), rows.held(), count, media);
    return with(asOf, State.DELETING, exact, Optional.of(version));
  }

  /** The rows are in the table's versions up to {@code versionBefore} only. */
  Disposition deleted(long version, Instant at) {
    return new Disposition(
        id,
        runId,
        table,
        rule,
        citation,
        asOf,
        state,
        rows,
        versionBefore,
        Optional.of(version),
        removed,
        plannedAt,
        Optional.of(at),
        purgedAt,
        verifiedAt,
        preparedBy,
        approvedBy);
  }

  /** The table's older versions are gone from storage. */
  Disposition purged(Purge.Result files, Instant at) {
    return new Disposition(
        id,
        runId,
        table,
        rule,
        citation,
        asOf,
        State.PURGED,
        rows,
        versionBefore,
        versionAfter,
        Optional.of(files),
        plannedAt,
        deletedAt,
        Optional.of(at),
        verifiedAt,
        preparedBy,
        approvedBy);
  }

  /** The check found nothing left. */
  Disposition verified(Instant at) {
    return new Disposition(
        id,
        runId,
        table,
        rule,
        citation,
        asOf,
        State.VERIFIED,
        rows,
        versionBefore,
        versionAfter,
        removed,
        plannedAt,
        deletedAt,
        purgedAt,
        Optional.of(at),
        preparedBy,
        approvedBy);
  }

  private Disposition with(
      LocalDate day, State newState, Rows newRows, Optional<Long> newVersionBefore) {
    return new Disposition(
        id,
        runId,
        table,
        rule,
        citation,
        day,
        newState,
        newRows,
        newVersionBefore,
        versionAfter,
        removed,
        plannedAt,
        deletedAt,
        purgedAt,
        verifiedAt,
        preparedBy,
        approvedBy);
  }
}
