package org.recordlake.scan.find;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.recordlake.scan.token.Fold;
import org.recordlake.scan.token.ResidueToken;
import org.recordlake.scan.token.SipHash;
import org.recordlake.scan.token.TokenIndex;
import org.recordlake.scan.token.TokenMatch;

/**
 * Characters of one text in, folded words kept, and from each word on the next one to four asked of
 * the tokens, with the digits of grouped numbers beside. Holds a few thousand words at a time.
 */
final class WordStream {
  private static final int WORDS = 4096;
  private static final int KEPT = ResidueToken.MOST_WORDS;
  private static final int FIRST = ResidueToken.FIRST_WORDS;
  private static final int LONGEST_WORD = 256;
  private static final int SHORTEST = 5;
  private static final int WIDEST_GAP = 3;

  private static final int DIGITS = 1;

  /** Parted from the word before by no more than stands between the groups of a number. */
  private static final int NEAR = 2;

  /** Binary bytes touch it: its first or last letter may be a length or a mark. */
  private static final int BINARY_BEFORE = 4;

  private static final int BINARY_AFTER = 8;
  private static final int TOO_LONG = 16;

  private final TokenIndex index;
  private final SipHash sip;
  private final TokenMatch match;
  private final Consumer<ResidueToken> found;
  private final Consumer<ResidueToken> each;
  private final GroupedDigits digits;

  private final byte[] text = new byte[1 << 16];
  private final int[] starts = new int[WORDS];
  private final int[] ends = new int[WORDS];
  private final byte[] marks = new byte[WORDS];
  private final long[] hashes = new long[FIRST];
  private final int[] trimmed = new int[FIRST];

  /** Until which word a label was met: what lies within is the same once more. */
  private final Map<String, Long> metUntil = new HashMap<>();

  private long asked;
  private int groups;
  private int words;
  private int length;
  private boolean inWord;
  private int mark;
  private int gap;
  private boolean nearGap;
  private boolean binaryBefore;

  /**
   * @param found told of a label once where its forms lie within each other
   * @param each told of every token
   */
  WordStream(
      TokenIndex index,
      TokenMatch match,
      Consumer<ResidueToken> found,
      Consumer<ResidueToken> each) {
    this.index = index;
    this.sip = index.firstStage();
    this.match = match;
    this.found = found;
    this.each = each;
    this.digits = new GroupedDigits(index, match, this::met);
  }

  void ascii(int character) {
    byte folded = Fold.ascii(character);
    if (folded != 0) {
      letter(folded);
    } else {
      part(character);
    }
  }

  void codePoint(int codePoint) {
    if (codePoint < 0x80) {
      ascii(codePoint);
      return;
    }
    byte[] folded = Fold.of(codePoint);
    if (Fold.parts(folded)) {
      part(codePoint);
      return;
    }
    for (byte each : folded) {
      letter(each);
    }
  }

  /** Something that is no character. */
  void binary() {
    endWord(true);
    gap = WIDEST_GAP + 1;
    binaryBefore = true;
  }

  /** The text ends here. */
  void finish() {
    endWord(false);
    for (int i = 0; i < words; i++) {
      ask(i);
    }
    metUntil.clear();
    words = 0;
    length = 0;
    gap = WIDEST_GAP + 1;
    binaryBefore = false;
  }

  private void letter(byte letter) {
    if (!inWord) {
      inWord = true;
      starts[words] = length;
      mark =
          (nearGap && gap <= WIDEST_GAP ? NEAR : 0) | (binaryBefore ? BINARY_BEFORE : 0) | DIGITS;
    }
    if (letter < '0' || letter > '9') {
      mark &= ~DIGITS;
    }
    if (length - starts[words] < LONGEST_WORD) {
      text[length++] = letter;
    } else {
      mark |= TOO_LONG;
    }
  }

  private void part(int character) {
    boolean control =
        character < ' ' && character != '\n' && character != '\r' && character != '\t';
    endWord(control);
    gap++;
    nearGap &= near(character);
    binaryBefore = control;
  }

  private static boolean near(int character) {
    return switch (character) {
      case ' ', '(', ')', '-', '.', '+', '/', 0xa0, 0x2010, 0x2011, 0x2012, 0x2013 -> true;
      default -> false;
    };
  }

  private void endWord(boolean binaryAfter) {
    if (!inWord) {
      return;
    }
    inWord = false;
    ends[words] = length;
    marks[words] = (byte) (mark | (binaryAfter ? BINARY_AFTER : 0));
    words++;
    text[length++] = ' ';
    gap = 0;
    nearGap = true;
    if (words == WORDS || length + LONGEST_WORD + 2 > text.length) {
      askAllButLast();
    }
  }

  private void askAllButLast() {
    int done = words - KEPT;
    for (int i = 0; i < done; i++) {
      ask(i);
    }
    int from = starts[done];
    System.arraycopy(text, from, text, 0, length - from);
    for (int i = 0; i < KEPT; i++) {
      starts[i] = starts[done + i] - from;
      ends[i] = ends[done + i] - from;
      marks[i] = marks[done + i];
    }
    words = KEPT;
    length -= from;
  }

  private void ask(int word) {
    asked++;
    groups = 1;
    int count = 0;
    int binary = 0;
    while (count < FIRST && word + count < words && (marks[word + count] & TOO_LONG) == 0) {
      binary |= marks[word + count] & BINARY_AFTER;
      count++;
    }
    if (count == 0) {
      return;
    }
    ask(starts[word], ends, word, count, words - word);
    if ((marks[word] & BINARY_BEFORE) != 0) {
      ask(starts[word] + 1, ends, word, count, words - word);
    }
    if (binary != 0) {
      askWithoutLast(word, count);
    }
    askDigits(word);
  }

  private void ask(int from, int[] wordEnds, int at, int count, int available) {
    if (wordEnds[at + count - 1] - from < SHORTEST || wordEnds[at] <= from) {
      return;
    }
    sip.each(text, from, wordEnds, at, count, hashes);
    for (int i = 0; i < count; i++) {
      if (index.mayKnow(hashes[i])) {
        match.tell(hashes[i], i + 1, text, from, wordEnds, at, available, this::met);
      }
    }
  }

  private void askWithoutLast(int word, int count) {
    for (int i = 0; i < count; i++) {
      if ((marks[word + i] & BINARY_AFTER) != 0 && ends[word + i] - starts[word + i] > 1) {
        System.arraycopy(ends, word, trimmed, 0, i + 1);
        trimmed[i]--;
        ask(starts[word], trimmed, 0, i + 1, i + 1);
        if ((marks[word] & BINARY_BEFORE) != 0) {
          ask(starts[word] + 1, trimmed, 0, i + 1, i + 1);
        }
      }
    }
  }

  private void askDigits(int word) {
    int from = starts[word] + ((marks[word] & BINARY_BEFORE) != 0 && !digit(starts[word]) ? 1 : 0);
    if (!digits(word, from, endOfDigits(word))) {
      return;
    }
    digits.begin(text, from, endOfDigits(word));
    int next = word + 1;
    do {
      groups++;
    } while (next < words
        && (marks[next] & NEAR) != 0
        && digits(next, starts[next], endOfDigits(next))
        && digits.add(text, starts[next], endOfDigits(next++)));
  }

  private int endOfDigits(int word) {
    int last = ends[word] - 1;
    return (marks[word] & BINARY_AFTER) != 0 && !digit(last) ? last : ends[word];
  }

  private boolean digits(int word, int from, int to) {
    if ((marks[word] & DIGITS) != 0) {
      return (marks[word] & TOO_LONG) == 0;
    }
    boolean all = (marks[word] & (BINARY_BEFORE | BINARY_AFTER)) != 0 && from < to;
    for (int i = from; i < to && all; i++) {
      all = digit(i);
    }
    return all;
  }

  private boolean digit(int at) {
    return text[at] >= '0' && text[at] <= '9';
  }

  private void met(ResidueToken token) {
    each.accept(token);
    long last = asked + Math.max(token.words(), groups) - 1;
    Long until = metUntil.get(token.label());
    metUntil.merge(token.label(), last, Math::max);
    if (until == null || until < asked) {
      found.accept(token);
    }
  }
}
