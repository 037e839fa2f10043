package org.recordlake.identity;

import java.sql.Date;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A row of {@code governance.identity_links}: that a row is, may be, or is not about an individual.
 *
 * @param weight evidence of the comparison in bits, rounded to two decimals
 * @param evidence keys and levels in words, without a value
 * @param decidedBy {@code matcher}, or the operator who split or confirmed it
 */
record Link(
    RowReference target,
    String individualId,
    LinkMethod method,
    String evidence,
    double weight,
    Status status,
    Date decidedOn,
    String decidedBy) {
  static final String TABLE = "identity_links";
  static final String MATCHER = "matcher";

  static final StructType SCHEMA =
      RowReference.SCHEMA
          .add("link_id", DataTypes.StringType)
          .add(LinkColumns.INDIVIDUAL, DataTypes.StringType)
          .add("method", DataTypes.StringType)
          .add("evidence", DataTypes.StringType)
          .add("weight", DataTypes.DoubleType)
          .add("status", DataTypes.StringType)
          .add("decided_on", DataTypes.DateType)
          .add("decided_by", DataTypes.StringType);
  private static final int ID_DIGITS = 12;

  /** What a link says. */
  enum Status {
    /** The row is about the individual: the program is sure. */
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

  /** Number by which people name it: the same for the same row and individual. */
  String id() {
    String parts = String.join("\0", target.table(), target.key(), individualId);
    return "L-" + DigestUtils.sha256Hex(parts).substring(0, ID_DIGITS);
  }

  /** Whether both say the same, whoever said it and when. */
  boolean saysTheSameAs(Link other) {
    return individualId.equals(other.individualId)
        && target.equals(other.target)
        && method.equals(other.method)
        && evidence.equals(other.evidence)
        && weight == other.weight
        && status == other.status;
  }

  Link decided(Status newStatus, Date on, String by) {
    return new Link(target, individualId, method, evidence, weight, newStatus, on, by);
  }

  /** From a row with at least the columns of {@link #SCHEMA}, in any order. */
  static Link of(Row row) {
    return new Link(
        new RowReference(
            row.getAs("table_name"),
            row.getAs("row_key"),
            row.getList(row.fieldIndex(RowReference.SCOPES)),
            row.getAs("row_date")),
        row.getAs(LinkColumns.INDIVIDUAL),
        new LinkMethod(row.getAs("method")),
        row.getAs("evidence"),
        row.<Double>getAs("weight"),
        Status.of(row.getAs("status")),
        row.getAs("decided_on"),
        row.getAs("decided_by"));
  }

  /** The columns of {@link #SCHEMA}, then {@code others}. */
  Row row(Object... others) {
    Object[] own = {
      id(), individualId, method.code(), evidence, weight, status.code(), decidedOn, decidedBy
    };
    return RowFactory.create(Stream.of(target.with(own), others).flatMap(Stream::of).toArray());
  }

  /** One line for people: numbers and reasons, nothing else. */
  String line() {
    return "%s %s %s %s -> %s: %s (%s, %.1f bits)"
        .formatted(
            id(),
            status.code(),
            target.table(),
            target.key(),
            individualId,
            method.code(),
            evidence,
            weight);
  }
}
