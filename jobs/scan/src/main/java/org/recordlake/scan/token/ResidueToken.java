package org.recordlake.scan.token;

import java.util.Comparator;
import java.util.OptionalLong;

/**
 * One normal form of one destroyed value, as a number that nobody without the salt can try values
 * against.
 *
 * @param label {@code table.column} the value was in
 * @param words how many words the form has, 1 to {@value #MOST_WORDS}
 * @param first keyed hash (SipHash-2-4) of its first {@value #FIRST_WORDS} words: cheap, to be
 *     asked before the token
 * @param token HMAC-SHA-256 of the form, its first 16 bytes in hexadecimal
 * @param filter for Parquet's Bloom filters: XXH64 of the value as it was stored, under the salt;
 *     empty for other forms than the value itself
 */
public record ResidueToken(String label, int words, long first, String token, OptionalLong filter) {

  /** Longer texts are known by their beginning. */
  public static final int MOST_WORDS = 64;

  /** So many words are hashed from each place in a file. */
  public static final int FIRST_WORDS = 4;

  static final Comparator<ResidueToken> ORDER =
      Comparator.comparing(ResidueToken::label)
          .thenComparing(ResidueToken::token)
          .thenComparing(ResidueToken::words);

  public ResidueToken {
    if (words < 1 || words > MOST_WORDS) {
      throw new IllegalArgumentException("words out of range");
    }
  }
}
