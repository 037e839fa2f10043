package org.recordlake.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A row of {@code governance.identity_links}: that a row is, may be, or is not about a customer.
 *
 * @param weight evidence of the comparison in bits, rounded to two decimals
 * @param evidence keys and levels in words, without a value
 * @param decidedBy {@code matcher}, or the operator who split or confirmed it
 */
record Link(
    RowReference target,
    String customerId,
    LinkMethod method,
    String evidence,
    double weight,
    Status status,
    Date decidedOn,
    String decidedBy) {
  static final String TABLE = "identity_links";
  static final String MATCHER = "matcher";
  private static final int ID_BYTES = 6;

  /** What a link says. */
  enum Status {
    /** The row is about the customer: the program is sure. */
    MATCHED,
    /** It may be: a person should look. */
    REVIEW,
    /** A person said that it is not; it is never matched again. */
    SPLIT,
    /** A person said that it is. */
    CONFIRMED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean decidedByAPerson() {
      return this == SPLIT || this == CONFIRMED;
    }

    static Status of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Number by which people name it: the same for the same row and customer. */
  String id() {
    String parts = String.join("\0", target.table(), target.key(), customerId);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
      return "L-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java without SHA-256", e);
    }
  }

  /** Whether both say the same, whoever said it and when. */
  boolean saysTheSameAs(Link other) {
    return customerId.equals(other.customerId)
        && target.equals(other.target)
        && method == other.method
        && evidence.equals(other.evidence)
        && weight == other.weight
        && status == other.status;
  }

  Link decided(Status newStatus, Date on, String by) {
    return new Link(target, customerId, method, evidence, weight, newStatus, on, by);
  }

  /** From a row in the catalogue's columns. */
  static Link of(Row row) {
    return new Link(
        new RowReference(
            row.getAs("table_name"),
            row.getAs("row_key"),
            row.getAs("meeting_id"),
            row.getAs("event_id"),
            row.getAs("campaign_id"),
            row.getAs("award_key"),
            row.getAs("row_date")),
        row.getAs("customer_id"),
        LinkMethod.of(row.getAs("method")),
        row.getAs("evidence"),
        row.<Double>getAs("weight"),
        Status.of(row.getAs("status")),
        row.getAs("decided_on"),
        row.getAs("decided_by"));
  }

  /** In the catalogue's column order. */
  Object[] values() {
    return new Object[] {
      id(),
      target.table(),
      target.key(),
      customerId,
      target.meetingId(),
      target.eventId(),
      target.campaignId(),
      target.awardKey(),
      target.date(),
      method.code(),
      evidence,
      weight,
      status.code(),
      decidedOn,
      decidedBy
    };
  }

  Row row() {
    return RowFactory.create(values());
  }

  /** One line for people: numbers and reasons, nothing else. */
  String line() {
    return "%s %s %s %s -> %s: %s (%s, %.1f bits)"
        .formatted(
            id(),
            status.code(),
            target.table(),
            target.key(),
            customerId,
            method.code(),
            evidence,
            weight);
  }
}
