package org.recordlake.identity;

import java.util.List;
import java.util.Optional;

/**
 * By what a row was linked: a kind of number, or one of the others here.
 *
 * @param code the word for it in the table of links
 */
record LinkMethod(String code) {
  static final LinkMethod EMAIL = new LinkMethod("email");

  /** The e-mail address without its tag. */
  static final LinkMethod MAILBOX = new LinkMethod("mailbox");

  static final LinkMethod PHONE = new LinkMethod("phone");

  /** Names, addresses and whatever else can be compared, weighed together. */
  static final LinkMethod SIMILARITY = new LinkMethod("similarity");

  /** Those that people may share, the surest first. */
  private static final List<LinkMethod> SHARED = List.of(EMAIL, MAILBOX, PHONE, SIMILARITY);

  String key(String value) {
    return code + BlockingKeys.MARK + value;
  }

  /** 0 for a number, which can have one holder only; the less sure the higher. */
  int tier() {
    return SHARED.indexOf(this) + 1;
  }

  boolean number() {
    return tier() == 0;
  }

  /** Place among all methods, the surest first, where {@code numbers} are in that order. */
  int rank(List<String> numbers) {
    int place = numbers.indexOf(code);
    return place >= 0 ? place : numbers.size() + tier();
  }

  /** The method of a sure key; empty for a block. */
  static Optional<LinkMethod> ofKey(String key) {
    return BlockingKeys.isBlock(key)
        ? Optional.empty()
        : Optional.of(new LinkMethod(key.substring(0, key.indexOf(BlockingKeys.MARK))));
  }
}
