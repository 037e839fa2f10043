package org.recordlake.identity;

import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * An individual a row may belong to, found under one key.
 *
 * @param ownId individual number the row itself gives; empty if none
 * @param sharers individuals known under the key, 1 for a block
 */
record CandidatePair(
    RowReference target,
    String ownId,
    String individualId,
    LinkMethod method,
    int sharers,
    Evidence evidence) {

  /**
   * What the comparison of the two comes to.
   *
   * @param weight in bits
   * @param namesAgree whether the names speak for one party
   * @param oneParty whether the comparison alone leaves no doubt
   * @param words the comparison in words
   */
  record Evidence(double weight, boolean namesAgree, boolean oneParty, String words) {
    static Evidence of(ComparisonVector comparison) {
      return new Evidence(
          comparison.weight(), comparison.namesAgree(), comparison.oneParty(), comparison.words());
    }
  }

  /** Agreeing names first, then the weight; equal ones in a fixed order. */
  static final Comparator<CandidatePair> BY_STRENGTH =
      Comparator.comparing(CandidatePair::namesAgree)
          .thenComparing(CandidatePair::weight)
          .thenComparing(CandidatePair::words);

  static final StructType SCHEMA =
      RowReference.SCHEMA
          .add("own_id", DataTypes.StringType)
          .add(LinkColumns.INDIVIDUAL, DataTypes.StringType)
          .add("method", DataTypes.StringType)
          .add("sharers", DataTypes.IntegerType)
          .add("weight", DataTypes.DoubleType)
          .add("names_agree", DataTypes.BooleanType)
          .add("one_party", DataTypes.BooleanType)
          .add("evidence", DataTypes.StringType)
          .add("status", DataTypes.StringType)
          .add("decided_on", DataTypes.DateType)
          .add("decided_by", DataTypes.StringType)
          .add("held", DataTypes.BooleanType);

  private static final int OWN = RowReference.SCHEMA.length();

  /** Whether {@code row} of {@link #SCHEMA} is a candidate, not a link that stands already. */
  static boolean isCandidate(Row row) {
    return row.isNullAt(OWN + 8);
  }

  static CandidatePair of(Row row) {
    return new CandidatePair(
        RowReference.of(row),
        row.getString(OWN),
        row.getString(OWN + 1),
        new LinkMethod(row.getString(OWN + 2)),
        row.getInt(OWN + 3),
        new Evidence(
            row.getDouble(OWN + 4),
            row.getBoolean(OWN + 5),
            row.getBoolean(OWN + 6),
            row.getString(OWN + 7)));
  }

  Row row() {
    return RowFactory.create(
        target.with(
            ownId,
            individualId,
            method.code(),
            sharers,
            weight(),
            namesAgree(),
            oneParty(),
            words(),
            null,
            null,
            null,
            null));
  }

  double weight() {
    return evidence.weight();
  }

  boolean namesAgree() {
    return evidence.namesAgree();
  }

  boolean oneParty() {
    return evidence.oneParty();
  }

  String words() {
    return evidence.words();
  }

  /** Whether nobody else is known under the key. */
  boolean alone() {
    return sharers == 1;
  }

  /** Whether the key and what can be compared leave no doubt. */
  boolean sure() {
    return method.equals(LinkMethod.SIMILARITY)
        ? oneParty()
        : alone() && (namesAgree() || !method.equals(LinkMethod.PHONE));
  }

  /** Whether a person should look at it if nothing surer is found. */
  boolean worthALook() {
    return !method.equals(LinkMethod.SIMILARITY) || weight() >= MatchWeights.LOWER;
  }
}
