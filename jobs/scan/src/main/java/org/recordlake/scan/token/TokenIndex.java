package org.recordlake.scan.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens as a scan asks for them. Nearly every question is answered by one bit: the table of tokens
 * is looked at only where the bit of a hash is set, and HMAC is computed only where the table has
 * the hash. Shared by threads.
 */
public final class TokenIndex {
  private static final int BITS_EACH = 16;
  private static final long LEAST_BITS = 1 << 16;
  private static final long MOST_BITS = 1L << 31;

  private final Salt salt;
  private final SipHash firstStage;
  private final Map<Long, Map<Integer, Map<String, List<ResidueToken>>>> byFirst = new HashMap<>();
  private final List<FilterToken> filters;
  private final long[] bits;

  /** A token that a Bloom filter can be asked for, with Parquet's hash of its value. */
  public record FilterToken(String label, long hash) {}

  public TokenIndex(ResidueTokens tokens, Salt salt) {
    this.salt = salt;
    this.firstStage = salt.firstStage();
    long wanted =
        Math.min(MOST_BITS, Math.max(LEAST_BITS, (long) BITS_EACH * tokens.tokens().size()));
    this.bits = new long[(int) (Long.highestOneBit(wanted) / Long.SIZE)];
    for (ResidueToken token : tokens.tokens()) {
      byFirst
          .computeIfAbsent(token.first(), first -> new HashMap<>())
          .computeIfAbsent(token.words(), words -> new HashMap<>())
          .computeIfAbsent(token.token(), same -> new ArrayList<>())
          .add(token);
      bits[word(token.first())] |= 1L << token.first();
    }
    var mac = salt.mac();
    this.filters =
        tokens.tokens().stream()
            .filter(token -> token.filter().isPresent())
            .map(
                token ->
                    new FilterToken(
                        token.label(),
                        token.filter().getAsLong() ^ FilterHash.mask(mac, token.token())))
            .toList();
  }

  /** Whether {@link #of} may know the hash; false means no. */
  public boolean mayKnow(long first) {
    return (bits[word(first)] & 1L << first) != 0;
  }

  public SipHash firstStage() {
    return firstStage;
  }

  /** For one thread. */
  public TokenMatch match() {
    return new TokenMatch(this, salt.mac());
  }

  /** What Bloom filters can be asked for. */
  public List<FilterToken> filters() {
    return filters;
  }

  /**
   * Tokens whose forms begin with the words of this hash, by number of words and token: however
   * many begin alike, as letters of one pattern do, HMAC is computed once for each number of words.
   */
  Map<Integer, Map<String, List<ResidueToken>>> of(long first) {
    return byFirst.getOrDefault(first, Map.of());
  }

  /** The low six bits choose the bit in the word. */
  private int word(long hash) {
    return (int) (hash >>> 6) & (bits.length - 1);
  }
}
