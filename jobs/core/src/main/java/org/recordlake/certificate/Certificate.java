package org.recordlake.certificate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run destroyed, and how it was shown: what a certificate of destruction says. It counts
 * records and never names one.
 *
 * @param format 1; a later form has another number
 * @param number 1 for the first of a lake, and one more for each
 * @param previousSha256 SHA-256 of the file of the certificate before it, {@link #NONE_BEFORE} for
 *     the first
 * @param runId run that issued it
 * @param key number of the key that signs it
 * @param tables what became of the files of each table, by name
 * @param scan what a scan of all files found; absent if none was made
 * @param notClaimed what nobody may read out of it
 */
public record Certificate(
    int format,
    long number,
    String previousSha256,
    Instant issuedAt,
    String runId,
    String key,
    Authority authority,
    Program program,
    Method method,
    List<Disposal> disposals,
    List<Table> tables,
    FileList fileList,
    List<Tokens> subjectTokens,
    Check check,
    Optional<Scan> scan,
    List<String> notClaimed) {
  public static final int FORMAT = 1;

  /** In place of the SHA-256 of the certificate before the first. */
  public static final String NONE_BEFORE = "0".repeat(64);

  public Certificate {
    disposals = List.copyOf(disposals);
    tables = List.copyOf(tables);
    subjectTokens = List.copyOf(subjectTokens);
    notClaimed = List.copyOf(notClaimed);
  }

  /** The system of records, and who answers for it. */
  public record Authority(
      String notice, String title, String document, String agency, String systemManager) {}

  /** Versions of what destroyed and looked. */
  public record Program(String recordlake, String spark, String delta, String java) {}

  /**
   * @param records how records were destroyed
   * @param medium in the terms of NIST SP 800-88, and who answers for the medium itself
   */
  public record Method(String records, String medium) {}

  /**
   * What one rule made due in one table.
   *
   * @param paper of an index of paper: how the paper itself was destroyed
   */
  public record Disposal(
      String id,
      String table,
      Item item,
      Due due,
      Holds holds,
      Persons persons,
      Rows rows,
      Versions versions,
      Times times,
      Optional<Paper> paper) {}

  /**
   * The paper the destroyed rows stood for.
   *
   * @param citation paragraph that says how paper is destroyed, where the schedule has one
   */
  public record Paper(Optional<String> citation, List<Destroyed> destroyed) {
    public Paper {
      destroyed = List.copyOf(destroyed);
    }

    /** For the ledger, until a certificate tells of it. */
    public String toJson() {
      return new String(CanonicalJson.bytes(CanonicalJson.tree(this)), StandardCharsets.UTF_8);
    }

    /** Reads what {@link #toJson} wrote. */
    public static Paper read(String json) {
      return CanonicalJson.value(json.getBytes(StandardCharsets.UTF_8), Paper.class);
    }
  }

  /**
   * Files of paper that one person says were destroyed in one way on one day.
   *
   * @param method such as {@code shredding}
   */
  public record Destroyed(String method, LocalDate on, String confirmedBy, long files) {}

  /**
   * The item of the schedule.
   *
   * @param document where the schedule in force that day was published
   * @param note what is to be known of that version of the schedule
   */
  public record Item(
      String rule,
      String citation,
      String covers,
      Period period,
      String document,
      LocalDate effectiveOn,
      Optional<String> note) {}

  /**
   * When the records were due.
   *
   * @param trigger the event from which the period runs
   * @param cutoff the event of each record lay on this day or before
   * @param lastDay the period of each record ended on this day or before
   * @param asOf day the run worked for
   */
  public record Due(String trigger, LocalDate cutoff, LocalDate lastDay, LocalDate asOf) {}

  /**
   * What holds kept.
   *
   * @param checkedAt when the rows to destroy were taken, holds left out; the last look before the
   *     deletion
   * @param rowsKept due rows that a hold kept
   * @param ordersNotUnderstood hold orders nobody could read: 0, since a run destroys nothing while
   *     there is one
   */
  public record Holds(Optional<Instant> checkedAt, long rowsKept, long ordersNotUnderstood) {}

  /**
   * Who answers for it.
   *
   * @param approvers none where the schedule asks for none
   */
  public record Persons(String preparer, List<String> approvers) {
    public Persons {
      approvers = List.copyOf(approvers);
    }
  }

  /** How many rows were due, and how many rows and media files were destroyed. */
  public record Rows(long due, long destroyed, long mediaDestroyed) {}

  /** Versions of the table: the last one with the rows, and the first without them. */
  public record Versions(Optional<Long> before, Optional<Long> after) {}

  /** From the plan to the proof. */
  public record Times(
      Instant planned, Optional<Instant> deleted, Optional<Instant> purged, Instant verified) {}

  /**
   * Files destroyed on storage for a table.
   *
   * @param hashed of {@code files}, those of which the list has a SHA-256
   */
  public record Table(String table, long files, long bytes, long hashed) {}

  /**
   * The list of these files, which lies beside the certificate.
   *
   * @param file its name
   */
  public record FileList(String file, String sha256, long lines) {}

  /**
   * Keyed tokens of what was destroyed, from {@code governance.disposed_keys}.
   *
   * @param digest SHA-256 of the tokens, sorted, each with a line feed behind it
   */
  public record Tokens(String table, LocalDate disposedOn, long count, String digest) {}

  /**
   * The check of tables and storage that each disposal passed.
   *
   * @param verifier which part of the program looked
   */
  public record Check(String verifier, List<String> looked) {
    public Check {
      looked = List.copyOf(looked);
    }
  }

  /**
   * A scan of all files for what was destroyed.
   *
   * @param tokens values looked for, as salted tokens
   * @param notSearchable by column, values that could not be looked for
   * @param roots folders looked at
   * @param exceptions places with a hit or that could not be read; none may be there
   * @param limits what such a scan cannot tell
   */
  public record Scan(
      String scanner,
      long tokens,
      Map<String, Long> notSearchable,
      List<String> roots,
      long files,
      long bytes,
      List<String> exceptions,
      List<String> limits) {
    public Scan {
      notSearchable = Map.copyOf(notSearchable);
      roots = List.copyOf(roots);
      exceptions = List.copyOf(exceptions);
      limits = List.copyOf(limits);
    }

    /** For a file of its own, until a certificate tells of it. */
    public byte[] toJson() {
      return CanonicalJson.bytes(CanonicalJson.tree(this));
    }

    /** Reads what {@link #toJson} wrote. */
    public static Scan read(byte[] json) {
      return CanonicalJson.value(json, Scan.class);
    }
  }

  /** {@code C-000017}: how the ledger and the files name it. */
  public String id() {
    return id(number);
  }

  public static String id(long number) {
    return "C-%06d".formatted(number);
  }
}
