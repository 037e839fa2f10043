package org.recordlake.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A link of the chain as stored. Its hash is SHA-256 over the hash before it, a line feed and the
 * row's values as a JSON array of texts, in the catalogue's order, times in ISO 8601 UTC.
 *
 * @param values what it says, in the order of {@code governance.audit_log}: its place first, and
 *     without the two hashes; null where nothing stands
 */
record AuditRow(List<Object> values, String previousHash, String hash) {
  /** What stands before the first link. */
  static final String START = "0".repeat(64);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VALUES = 9;

  static AuditRow after(long seq, String previousHash, AuditEntry entry, String statementSealed) {
    List<Object> values =
        Arrays.asList(
            seq,
            Timestamp.from(entry.at().truncatedTo(ChronoUnit.MICROS)),
            entry.operator(),
            entry.role(),
            entry.command(),
            entry.zone(),
            entry.reason(),
            statementSealed,
            null);
    return new AuditRow(values, previousHash, hash(previousHash, values));
  }

  /** {@code stored} in the column order of {@code governance.audit_log}. */
  static AuditRow of(Row stored) {
    List<Object> values = Arrays.asList(IntStream.range(0, VALUES).mapToObj(stored::get).toArray());
    return new AuditRow(values, stored.getString(VALUES), stored.getString(VALUES + 1));
  }

  Row toRow() {
    Object[] row = values.toArray(new Object[VALUES + 2]);
    row[VALUES] = previousHash;
    row[VALUES + 1] = hash;
    return RowFactory.create(row);
  }

  long seq() {
    return (Long) values.get(0);
  }

  /** Whether this link stands at its place and nothing in it was changed. */
  boolean follows(long previousSeq, String hashBefore) {
    return seq() == previousSeq + 1
        && previousHash.equals(hashBefore)
        && hash.equals(hash(previousHash, values));
  }

  private static String hash(String previousHash, List<Object> values) {
    return DigestUtils.sha256Hex(previousHash + "\n" + canonical(values));
  }

  private static String canonical(List<Object> values) {
    try {
      return JSON.writeValueAsString(values.stream().map(AuditRow::text).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write an audit row", e);
    }
  }

  private static String text(Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof Timestamp at ? at.toInstant().toString() : value.toString();
  }
}
