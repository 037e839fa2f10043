package org.recordlake.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A link of the chain as stored. Its hash is SHA-256 over the hash before it, a line feed and the
 * row's values as a JSON array of texts, in the catalogue's order, times in ISO 8601 UTC.
 */
record AuditRow(
    long seq,
    Timestamp at,
    String operator,
    String role,
    String command,
    String zone,
    String reason,
    String statementSealed,
    Long rows,
    String previousHash,
    String hash) {
  /** What stands before the first link. */
  static final String START = "0".repeat(64);

  private static final ObjectMapper JSON = new ObjectMapper();

  static AuditRow after(long seq, String previousHash, AuditEntry entry, String statementSealed) {
    AuditRow unsigned =
        new AuditRow(
            seq,
            Timestamp.from(entry.at().truncatedTo(ChronoUnit.MICROS)),
            entry.operator(),
            entry.role(),
            entry.command(),
            entry.zone(),
            entry.reason(),
            statementSealed,
            null,
            previousHash,
            "");
    return unsigned.signed();
  }

  /** {@code stored} in the column order of {@code governance.audit_log}. */
  static AuditRow of(Row stored) {
    return new AuditRow(
        stored.getLong(0),
        stored.getTimestamp(1),
        stored.getString(2),
        stored.getString(3),
        stored.getString(4),
        stored.getString(5),
        stored.getString(6),
        stored.getString(7),
        stored.isNullAt(8) ? null : stored.getLong(8),
        stored.getString(9),
        stored.getString(10));
  }

  Row toRow() {
    return RowFactory.create(
        seq, at, operator, role, command, zone, reason, statementSealed, rows, previousHash, hash);
  }

  /** Whether this link stands at its place and nothing in it was changed. */
  boolean follows(long previousSeq, String hashBefore) {
    return seq == previousSeq + 1
        && previousHash.equals(hashBefore)
        && hash.equals(signed().hash());
  }

  private AuditRow signed() {
    return new AuditRow(
        seq,
        at,
        operator,
        role,
        command,
        zone,
        reason,
        statementSealed,
        rows,
        previousHash,
        sha256(previousHash + "\n" + canonical()));
  }

  private String canonical() {
    Object[] values = {
      seq, at.toInstant(), operator, role, command, zone, reason, statementSealed, rows
    };
    try {
      return JSON.writeValueAsString(
          Arrays.stream(values).map(value -> value == null ? null : value.toString()).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write an audit row", e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java without SHA-256", e);
    }
  }
}
