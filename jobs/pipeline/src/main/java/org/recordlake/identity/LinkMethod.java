package org.recordlake.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a row was linked, the surest first. */
enum LinkMethod {
  /** The row names the customer in another form of the number, as Salesforce has two. */
  CUSTOMER_ID,
  UEI,
  DUNS,
  USPS_ACCOUNT,
  CRID,
  MID,
  METER,
  /** The same participant of the same meeting, whose customer is known. */
  PARTICIPANT,
  EMAIL,
  /** The e-mail address without its tag. */
  MAILBOX,
  PHONE,
  /** Names, addresses and whatever else can be compared, weighed together. */
  SIMILARITY;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key(String value) {
    return code() + BlockingKeys.MARK + value;
  }

  /** Whether it is a number that can have one holder only, unlike addresses people share. */
  boolean number() {
    return ordinal() <= PARTICIPANT.ordinal();
  }

  static LinkMethod of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The method of a sure key; empty for a block. */
  static Optional<LinkMethod> ofKey(String key) {
    return BlockingKeys.isBlock(key)
        ? Optional.empty()
        : Optional.of(of(key.substring(0, key.indexOf(BlockingKeys.MARK))));
  }

  /**
   * The method that a scheme of {@code customer_identifiers} stands for; empty if it is not unique.
   */
  static Optional<LinkMethod> ofScheme(String scheme) {
    return Arrays.stream(values())
        .filter(method -> method.number() && method.code().equals(scheme))
        .findFirst();
  }
}
