package org.recordlake.identity;

import java.util.Locale;

/**
 * Two parties compared, field by field, and what that weighs under the model of Fellegi and Sunter
 * (1969): a field at level {@code l} adds {@code log2(m(l) / u(l))} bits, where m is how often the
 * level is met among pairs that are one party and u among pairs that are not. A missing field adds
 * nothing.
 */
record ComparisonVector(
    PartyName.Agreement name,
    StreetAddress.Agreement address,
    boolean otherUnit,
    Locality.Agreement place,
    Features.Agreement phone,
    Features.Agreement naics) {

  static ComparisonVector of(Features one, Features other) {
    return new ComparisonVector(
        one.name().agreement(other.name()),
        one.address().agreement(other.address()),
        one.address().otherUnit(other.address()),
        one.place().agreement(other.place()),
        Features.Agreement.of(one.phone(), other.phone()),
        Features.Agreement.of(one.naics(), other.naics()));
  }

  /** The evidence in bits. */
  double weight() {
    return MatchWeights.of(name)
        + MatchWeights.of(address)
        + (otherUnit ? MatchWeights.OTHER_UNIT : 0)
        + MatchWeights.of(place)
        + MatchWeights.ofPhone(phone)
        + MatchWeights.ofNaics(naics);
  }

  /**
   * Whether the names speak for one party. However well addresses agree, firms under one roof are
   * not one firm.
   */
  boolean namesAgree() {
    return name == PartyName.Agreement.EXACT
        || name == PartyName.Agreement.CLOSE
        || name == PartyName.Agreement.PART;
  }

  /**
   * Whether the two are one party beyond reasonable doubt. Who has another address may have moved,
   * but a person has to say so.
   */
  boolean oneParty() {
    return namesAgree()
        && address != StreetAddress.Agreement.DIFFERENT
        && place != Locality.Agreement.DIFFERENT
        && weight() >= MatchWeights.UPPER;
  }

  /** The levels in words, without a value, such as {@code name=close address=exact place=zip}. */
  String words() {
    StringBuilder words = new StringBuilder("name=").append(name);
    add(words, "address", address);
    add(words, "place", place);
    add(words, "phone", phone);
    add(words, "naics", naics);
    return (otherUnit ? words.append(" unit=different") : words)
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  private static void add(StringBuilder words, String field, Enum<?> level) {
    if (!level.name().equals("MISSING")) {
      words.append(' ').append(field).append('=').append(level);
    }
  }
}
