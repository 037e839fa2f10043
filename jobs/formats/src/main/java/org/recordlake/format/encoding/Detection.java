package org.recordlake.format.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Weighs the encodings a text may be in by how likely its words are in each. Of two encodings that
 * make the same words of its bytes either will do; where others come close, nobody can tell. The
 * fewer the letters, the more it takes: what is refused can be saved anew, what is read wrong
 * stays.
 */
final class Detection {
  /** By so much more must another be likelier than Windows-1252 (natural logarithms). */
  private static final double USUAL = 2;

  /** Any but Windows-1252 must be likelier than all that read differently by this much. */
  private static final double MARGIN = 5;

  /** How much more it takes to believe Windows-1252 where there is one word alone. */
  private static final double USUAL_OF_ONE_WORD = 1;

  /** A name of four letters with its end: many encodings make such a one of any bytes. */
  private static final int FEW_LETTERS = 5;

  private static final double MARGIN_OF_FEW_LETTERS = 9;

  /** So many letters may be strange ones; fewer must look like a language other than by chance. */
  private static final int SOME_LETTERS = 16;

  private static final double LIKELY = -4.4;

  /** How much likelier each letter must be than the text read as two bytes a letter. */
  private static final double OVER_DOUBLE_BYTE = 2;

  private static final double OVER_DOUBLE_BYTE_OF_FEW_LETTERS = 3;

  /** Letters of names are about {@code e^-3.5} likely; a text less likely than this is none. */
  private static final double LEAST_LIKELY = -4.7;

  /** How much less likely one word alone may be in Windows-1252. */
  private static final double FOR_ONE_WORD = 0.8;

  private static final int SHORT = 3;

  /** So few strange words may be damage. */
  private static final int FEW = 3;

  private static final List<CodePage> PAGES = CodePage.ALL;

  private final WordsBeyondAscii evidence = new WordsBeyondAscii();
  private final double[] total = new double[PAGES.size()];

  /** The same of longer words alone: measures and marks are short and strange. */
  private final double[] longTotal = new double[PAGES.size()];

  private final boolean[][] differ = new boolean[PAGES.size()][PAGES.size()];

  private int weighed;
  private int letters;
  private int longWords;
  private int longLetters;

  void add(byte[] bytes, int from, int length) {
    evidence.add(bytes, from, length);
  }

  /** Says that no more follows. */
  void end() {
    evidence.end();
  }

  /** Number of words seen. */
  int words() {
    return evidence.words().size();
  }

  /**
   * The encoding; ASCII for a text that has a few stray bytes and else nothing beyond it, since
   * they are no letters of any encoding and spoil the cells they stand in; empty if nobody can
   * tell.
   */
  Optional<Charset> result() {
    List<byte[]> words = evidence.words();
    if (words.isEmpty()) {
      return DoubleByte.likelihood(evidence.sample()).isPresent()
          ? Optional.empty()
          : Optional.of(PAGES.get(0).charset());
    }
    while (weighed < words.size()) {
      weigh(words.get(weighed++));
    }
    int best = best();
    if (!isText(best)) {
      boolean stray = words.size() <= FEW;
      return DoubleByte.charset(evidence.sample())
          .or(() -> stray ? Optional.of(StandardCharsets.US_ASCII) : Optional.empty());
    }
    return isClear(best) ? Optional.of(PAGES.get(best).charset()) : Optional.empty();
  }

  private boolean isText(int page) {
    double likely = longWords > 0 ? longTotal[page] / longLetters : total[page] / letters;
    double allowed = page == 0 ? FOR_ONE_WORD / Math.max(1, longWords) : 0;
    return likely >= LEAST_LIKELY - allowed;
  }

  /** The same word from two encodings is as likely as in the one whose languages have it. */
  private void weigh(byte[] word) {
    String[] texts = new String[PAGES.size()];
    Map<String, Double> likely = new HashMap<>();
    for (int i = 0; i < PAGES.size(); i++) {
      texts[i] = PAGES.get(i).text(word);
      likely.merge(texts[i], PAGES.get(i).logLikelihood(texts[i], word.length), Math::max);
    }
    boolean isLong = word.length > SHORT;
    letters += word.length + 1;
    longWords += isLong ? 1 : 0;
    longLetters += isLong ? word.length + 1 : 0;
    for (int i = 0; i < PAGES.size(); i++) {
      total[i] += likely.get(texts[i]);
      longTotal[i] += isLong ? likely.get(texts[i]) : 0;
      for (int other = 0; other < i; other++) {
        boolean different = !texts[i].equals(texts[other]);
        differ[i][other] |= different;
        differ[other][i] |= different;
      }
    }
  }

  private int best() {
    int best = 0;
    for (int i = 1; i < total.length; i++) {
      boolean likelier = weight(i) > weight(best);
      best = isPossible(i) && likelier ? i : best;
    }
    return best;
  }

  private boolean isClear(int best) {
    boolean few = letters <= FEW_LETTERS;
    double usual = USUAL + (words() == 1 ? USUAL_OF_ONE_WORD : 0);
    double margin = best == 0 ? usual : few ? MARGIN_OF_FEW_LETTERS : MARGIN;
    for (int i = 0; i < total.length; i++) {
      if (differ[best][i] && isPossible(i) && weight(best) - weight(i) < margin) {
        return false;
      }
    }
    boolean strange = best > 0 && letters <= SOME_LETTERS && total[best] < LIKELY * letters;
    return !strange && !mayBeDoubleByte(best, few);
  }

  /** A few letters of Windows-1252 are never known from such; others by how likely they are. */
  private boolean mayBeDoubleByte(int best, boolean few) {
    OptionalDouble other = DoubleByte.likelihood(evidence.sample());
    double over = few ? OVER_DOUBLE_BYTE_OF_FEW_LETTERS : OVER_DOUBLE_BYTE;
    boolean likelier =
        best == 0 ? !few : total[best] - other.orElse(Double.NEGATIVE_INFINITY) >= over * letters;
    return other.isPresent() && !likelier;
  }

  private double weight(int page) {
    return total[page] + (page == 0 ? USUAL : 0);
  }

  private boolean isPossible(int page) {
    Charset charset = PAGES.get(page).charset();
    return !(evidence.hasControls() && charset.name().startsWith("ISO-8859"));
  }
}
