package org.recordlake.scan.find;

import java.util.function.Consumer;
import org.recordlake.scan.token.ResidueToken;
import org.recordlake.scan.token.SipHash;
import org.recordlake.scan.token.TokenIndex;
import org.recordlake.scan.token.TokenMatch;

/** Numbers written in groups: their digits as one word, and the last ten as of a telephone. */
final class GroupedDigits {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 19;
  private static final int PHONE = 10;
  private static final int LONGEST_PHONE = 15;

  private final TokenIndex index;
  private final SipHash sip;
  private final TokenMatch match;
  private final Consumer<ResidueToken> found;
  private final byte[] number = new byte[LONGEST];
  private final int[] end = new int[1];
  private final long[] hash = new long[1];
  private int length;

  GroupedDigits(TokenIndex index, TokenMatch match, Consumer<ResidueToken> found) {
    this.index = index;
    this.sip = index.firstStage();
    this.match = match;
    this.found = found;
  }

  /** The first group, which is asked for as a word already. */
  void begin(byte[] text, int from, int to) {
    length = 0;
    if (take(text, from, to)) {
      phone();
    }
  }

  /** One more group; false if there can be no such number. */
  boolean add(byte[] text, int from, int to) {
    if (length == 0 || !take(text, from, to)) {
      return false;
    }
    if (length >= SHORTEST) {
      ask(0);
      phone();
    }
    return true;
  }

  private boolean take(byte[] text, int from, int to) {
    if (length + to - from > LONGEST) {
      return false;
    }
    System.arraycopy(text, from, number, length, to - from);
    length += to - from;
    return true;
  }

  private void phone() {
    if (length > PHONE && length <= LONGEST_PHONE) {
      ask(length - PHONE);
    }
  }

  private void ask(int from) {
    end[0] = length;
    sip.each(number, from, end, 0, 1, hash);
    if (index.mayKnow(hash[0])) {
      match.tell(hash[0], 1, number, from, end, 0, 1, found);
    }
  }
}
