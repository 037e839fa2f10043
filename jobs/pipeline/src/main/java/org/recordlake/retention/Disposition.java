package org.recordlake.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.catalog.RetentionRule.Destruction;
import org.recordlake.certificate.Certificate;
import org.recordlake.disposal.Clearance;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Purge;

/**
 * The disposal of what one rule made due in one table: a row of {@code governance.dispositions}. It
 * counts rows and never names one.
 *
 * @param asOf day up to which rows were due; with a notice, the day from which it stands
 * @param destroyedOn day of the run that destroys
 */
public record Disposition(
    String id,
    Subject subject,
    LocalDate asOf,
    Optional<LocalDate> destroyedOn,
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

  /**
   * What people did about it.
   *
   * @param noticed when its disposal notice was given
   * @param approvedBy who approved it, in that order
   * @param approved when the last of them did
   */
  public record Persons(
      String preparedBy,
      Optional<Instant> noticed,
      List<String> approvedBy,
      Optional<Instant> approved) {
    public Persons {
      approvedBy = List.copyOf(approvedBy);
    }

    private Persons noticedAt(Instant at) {
      return new Persons(preparedBy, Optional.of(at), List.of(), Optional.empty());
    }

    private Persons approvedBy(String name, Instant at) {
      List<String> names = Stream.concat(approvedBy.stream(), Stream.of(name)).toList();
      return new Persons(preparedBy, noticed, names, Optional.of(at));
    }
  }

  /**
   * What its certificate rests on.
   *
   * @param holdsChecked when the rows to destroy were taken, those under a hold left out
   * @param paper of an index of paper: how the paper was destroyed, and by whose word
   * @param certificate number of the certificate, such as {@code C-000017}
   */
  public record Proof(
      Optional<Instant> holdsChecked,
      Optional<Certificate.Paper> paper,
      Optional<String> certificate,
      Optional<Instant> certifiedAt) {
    static final Proof NONE =
        new Proof(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A new one for {@code item}. Its number is the same for the same run, table, version and rule.
   */
  static Disposition fresh(RetentionPlan.Item item, JobContext context) {
    return new Disposition(
        id(context.runId(), item.table(), item.rule().id(), Long.toString(item.version())),
        new Subject(context.runId(), item.table(), item.rule().id(), item.rule().citation()),
        context.asOf(),
        Optional.empty(),
        State.PLANNED,
        new Rows(item.rowsDue(), item.rowsHeld(), 0, 0),
        Storage.UNTOUCHED,
        new Times(
            context.clock().instant().truncatedTo(ChronoUnit.MICROS),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Persons(
            System.getProperty("user.name", "unknown"),
            Optional.empty(),
            List.of(),
            Optional.empty()),
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

  /** What tells the rows that go with it: its own number, or its rule if it has no notice. */
  String batch() {
    return isNoticed() ? id : rule();
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

  /** Whether a disposal notice was given for it, which fixes its rows and its day. */
  boolean isNoticed() {
    return persons.noticed().isPresent();
  }

  /** Whether it may have begun to delete. */
  boolean isBegun() {
    return state == State.DELETING;
  }

  /** What was given for it, held against what its rule asks. */
  Clearance clearance(Destruction asked) {
    return new Clearance(asked, persons.noticed().map(given -> asOf), persons.approvedBy());
  }

  /** Counted anew on {@code day}, with nothing destroyed yet. */
  Disposition planned(LocalDate day, long due, long held) {
    return with(isNoticed() ? asOf : day, state, new Rows(due, held, 0, 0), storage, times);
  }

  /** Its disposal notice is given. */
  Disposition noticed(Instant at) {
    return with(State.NOTICED, persons.noticedAt(at));
  }

  /** Approved by one more person. */
  Disposition approved(String name, Instant at, Destruction asked) {
    Persons more = persons.approvedBy(name, at);
    boolean all = more.approvedBy().size() >= asked.approvals();
    return with(all ? State.APPROVED : state, more);
  }

  private Disposition with(State newState, Persons newPersons) {
    return new Disposition(
        id, subject, asOf, destroyedOn, newState, rows, storage, times, newPersons, proof);
  }

  /** About to delete exactly {@code count} rows and {@code media} files from {@code version}. */
  Disposition deleting(LocalDate day, long count, long media, long version) {
    Rows exact = new Rows(count + rows.held(), rows.held(), count, media);
    Storage begun = new Storage(Optional.of(version), storage.versionAfter(), storage.removed());
    return new Disposition(
        id, subject, asOf, Optional.of(day), State.DELETING, exact, begun, times, persons, proof);
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
    return proven(
        state, new Proof(Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** How the paper was destroyed that its rows stand for. */
  Disposition paper(Optional<Certificate.Paper> destroyed) {
    return proven(
        state,
        new Proof(proof.holdsChecked(), destroyed, proof.certificate(), proof.certifiedAt()));
  }

  /** A certificate tells of it. */
  Disposition certified(String certificate, Instant at) {
    return proven(
        State.CERTIFIED,
        new Proof(proof.holdsChecked(), proof.paper(), Optional.of(certificate), Optional.of(at)));
  }

  private Disposition proven(State newState, Proof newProof) {
    return new Disposition(
        id, subject, asOf, destroyedOn, newState, rows, storage, times, persons, newProof);
  }

  /** The check found nothing left. */
  Disposition verified(Instant at) {
    return with(asOf, State.VERIFIED, rows, storage, times.verifiedAt(at));
  }

  private Disposition with(
      LocalDate day, State newState, Rows newRows, Storage newStorage, Times newTimes) {
    return new Disposition(
        id, subject, day, destroyedOn, newState, newRows, newStorage, newTimes, persons, proof);
  }
}
