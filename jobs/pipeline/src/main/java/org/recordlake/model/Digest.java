package org.recordlake.model;

import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of a text in UTF-8, short enough to read: the first 16 hex digits. */
final class Digest {
  private static final int DIGITS = 16;

  private Digest() {}

  static String of(String text) {
    return DigestUtils.sha256Hex(text).substring(0, DIGITS);
  }
}
