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
 */
public record Disposition(
    String id,
    Subject subject,
    LocalDate asOf,
    State state,
    Rows rows,
    Storage storage,
    Times times,
    Persons persons,
    Proof proof) {

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

  /** What is disposed of, by which paragraph, and the run that planned it. */
  public record Subject(String runId, String table, String rule, String citation) {}

  /**
   * What the disposal did to the table's files.
   *
   * @param versionBefore version of the table from which the rows are deleted
   * @param versionAfter the table's versions before this one are the only ones with the rows
   * @param removed files that are gone from storage
   */
  public record Storage(
      Optional<Long> versionBefore, Optional<Long> versionAfter, Optional<Purge.Result> removed) {
    static final Storage UNTOUCHED =
        new Storage(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * When each step was done.
   *
   * @param deleted when the rows were gone from the latest version; storage still has them until
   *     {@code purged}
   */
  public record Times(
      Instant planned,
      Optional<Instant> deleted,
      Optional<Instant> purged,
      Optional<Instant> verified) {
    Times deletedAt(Instant at) {
      return new Times(planned, Optional.of(at), purged, verified);
    }

    Times purgedAt(Instant at) {
      return new Times(planned, deleted, Optional.of(at), verified);
    }

    Times verifiedAt(Instant at) {
      return new Times(planned, deleted, purged, Optional.of(at));
    }
  }

  /** Who prepared and who approved it. */
  public record Persons(String preparedBy, Optional<String> approvedBy) {}

  /**
   * What its certificate rests on.
   *
   * @param holdsChecked when the rows to destroy were taken, those under a hold left out
   * @param certificate number of the certificate, such as {@code C-000017}
   */
  public record Proof(
      Optional<Instant> holdsChecked, Optional<String> certificate, Optional<Instant> certifiedAt) {
    static final Proof NONE = new Proof(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A new one for {@code item}. Its number is the same for the same run, table, version and rule.
   */
  static Disposition fresh(RetentionPlan.Item item, JobContext context) {
    return new Disposition(
        id(context.runId(), item.table(), item.rule().id(), Long.toString(item.version())),
        new Subject(context.runId(), item.table(), item.rule().id(), item.rule().citation()),
        context.asOf(),
        State.PLANNED,
        new Rows(item.rowsDue(), item.rowsHeld(), 0, 0),
        Storage.UNTOUCHED,
        new Times(
            context.clock().instant().truncatedTo(ChronoUnit.MICROS),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Persons(System.getProperty("user.name", "unknown"), Optional.empty()),
        Proof.NONE);
  }

  String table() {
    return subject.table();
  }

  String rule() {
    return subject.rule();
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
    return times.deleted().isEmpty();
  }

  /** Whether its rows are deleted, but perhaps not gone from storage. */
  boolean isUnpurged() {
    return state == State.DELETING && times.deleted().isPresent();
  }

  /** Whether it is gone from storage, but not yet shown to be. */
  boolean isUnverified() {
    return state == State.PURGED;
  }

  /** Counted anew on {@code day}, with nothing destroyed yet. */
  Disposition planned(LocalDate day, long due, long held) {
    return with(day, state, new Rows(due, held, 0, 0), storage, times);
  }

  /** About to delete exactly {@code count} rows and {@code media} files from {@code version}. */
  Disposition deleting(long count, long media, long version) {
    Rows exact = new Rows(count + rows.held(), rows.held(), count, media);
    Storage begun = new Storage(Optional.of(version), storage.versionAfter(), storage.removed());
    return with(asOf, State.DELETING, exact, begun, times);
  }

  /** The rows are in versions of the table before {@code version} only. */
  Disposition deleted(long version, Instant at) {
    Storage done = new Storage(storage.versionBefore(), Optional.of(version), storage.removed());
    return with(asOf, state, rows, done, times.deletedAt(at));
  }

  /** The table's older versions are gone from storage. */
  Disposition purged(Purge.Result files, Instant at) {
    Storage done = new Storage(storage.versionBefore(), storage.versionAfter(), Optional.of(files));
    return with(asOf, State.PURGED, rows, done, times.purgedAt(at));
  }

  /** The holds were asked for the last time before the deletion. */
  Disposition holdsChecked(Instant at) {
    return proven(state, new Proof(Optional.of(at), Optional.empty(), Optional.empty()));
  }

  /** A certificate tells of it. */
  Disposition certified(String certificate, Instant at) {
    return proven(
        State.CERTIFIED,
        new Proof(proof.holdsChecked(), Optional.of(certificate), Optional.of(at)));
  }

  private Disposition proven(State newState, Proof newProof) {
    return new Disposition(id, subject, asOf, newState, rows, storage, times, persons, newProof);
  }

  /** The check found nothing left. */
  Disposition verified(Instant at) {
    return with(asOf, State.VERIFIED, rows, storage, times.verifiedAt(at));
  }

  private Disposition with(
      LocalDate day, State newState, Rows newRows, Storage newStorage, Times newTimes) {
    return new Disposition(
        id, subject, day, newState, newRows, newStorage, newTimes, persons, proof);
  }
}
