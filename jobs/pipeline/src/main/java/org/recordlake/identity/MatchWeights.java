package org.recordlake.identity;

/**
 * The weights of the levels, in bits: log2(m / u). The shares m and u stand beside them, set by
 * hand after generated pairs; {@code docs/identity.md} says how to count them on other data.
 */
final class MatchWeights {
  /** Sum from which on a pair counts as one party. */
  static final double UPPER = 14;

  /** Sum from which on a pair is worth a look. */
  static final double LOWER = 7;

  /** By how much the best partner must beat the next one. */
  static final double LEAD = 3;

  /** Two units in one house. */
  static final double OTHER_UNIT = bits(0.01, 0.95);

  private MatchWeights() {}

  static double of(PartyName.Agreement name) {
    return switch (name) {
      case EXACT -> bits(0.84, 0.0012);
      case CLOSE -> bits(0.10, 0.0006);
      case PART -> bits(0.05, 0.004);
      case SOME -> bits(0.008, 0.1);
      case DIFFERENT -> bits(0.002, 0.9);
      case MISSING -> 0;
    };
  }

  static double of(StreetAddress.Agreement address) {
    return switch (address) {
      case EXACT -> bits(0.86, 0.0002);
      case CLOSE -> bits(0.09, 0.0008);
      case STREET -> bits(0.03, 0.004);
      case DIFFERENT -> bits(0.02, 0.995);
      case MISSING -> 0;
    };
  }

  static double of(Locality.Agreement place) {
    return switch (place) {
      case ZIP -> bits(0.9, 0.01);
      case AREA -> bits(0.08, 0.03);
      case OTHER_ZIP -> bits(0.01, 0.03);
      case DIFFERENT -> bits(0.01, 0.96);
      case MISSING -> 0;
    };
  }

  static double ofPhone(Features.Agreement phone) {
    return switch (phone) {
      case EQUAL -> bits(0.85, 0.01);
      case DIFFERENT -> bits(0.15, 0.99);
      case MISSING -> 0;
    };
  }

  static double ofNaics(Features.Agreement naics) {
    return switch (naics) {
      case EQUAL -> bits(0.9, 0.05);
      case DIFFERENT -> bits(0.1, 0.95);
      case MISSING -> 0;
    };
  }

  private static double bits(double m, double u) {
    return Math.log(m / u) / Math.log(2);
  }
}
