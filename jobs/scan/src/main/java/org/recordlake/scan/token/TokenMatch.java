package org.recordlake.scan.token;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;

/** Compares words of a file with the tokens themselves. Not for several threads at once. */
public final class TokenMatch {
  private final TokenIndex index;
  private final Mac mac;
  private final SipHash firstStage;

  TokenMatch(TokenIndex index, Mac mac) {
    this.index = index;
    this.mac = mac;
    this.firstStage = index.firstStage();
  }

  /**
   * Tells of each token whose form begins at {@code from}.
   *
   * @param first first-stage hash of the first {@code count} words there
   * @param ends where the words end; the first of them is {@code ends[at]}
   * @param available how many words there are from {@code at} on
   */
  public void tell(
      long first,
      int count,
      byte[] text,
      int from,
      int[] ends,
      int at,
      int available,
      Consumer<ResidueToken> found) {
    index
        .of(first)
        .forEach(
            (words, tokens) -> {
              boolean asMany =
                  count == ResidueToken.FIRST_WORDS
                      ? words >= count && words <= available
                      : words == count;
              if (asMany) {
                mac.update(text, from, ends[at + words - 1] - from);
                tokens.getOrDefault(hex(mac.doFinal()), List.of()).forEach(found);
              }
            });
  }

  /** Tells of each token that is a form of this value. */
  public void ofValue(String value, Consumer<ResidueToken> found) {
    for (List<String> form : NormalForms.of(value)) {
      long first = firstStage.of(TokenMaker.bytes(TokenMaker.first(form)));
      if (index.mayKnow(first)) {
        Map<String, List<ResidueToken>> tokens = index.of(first).get(form.size());
        if (tokens != null) {
          tokens.getOrDefault(token(mac, TokenMaker.bytes(form)), List.of()).forEach(found);
        }
      }
    }
  }

  static String token(Mac mac, byte[] form) {
    return hex(mac.doFinal(form));
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(Arrays.copyOf(hash, Salt.TOKEN_BYTES));
  }
}
