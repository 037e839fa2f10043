package org.recordlake.identity;

/**
 * What of a row can be compared with another row, in normal form. Nothing is ever null; what a row
 * does not tell is empty.
 *
 * @param name the firm, or the person where no firm is named
 * @param phone E.164
 * @param naics industry code
 */
record Features(PartyName name, StreetAddress address, Locality place, String phone, String naics) {
  static final Features NONE =
      new Features(PartyName.NONE, StreetAddress.NONE, Locality.NONE, "", "");

  /** How two texts agree that are either the same or not. */
  enum Agreement {
    EQUAL,
    DIFFERENT,
    MISSING;

    static Agreement of(String one, String other) {
      return one.isEmpty() || other.isEmpty() ? MISSING : one.equals(other) ? EQUAL : DIFFERENT;
    }
  }
}
