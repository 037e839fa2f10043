package org.recordlake.format.encoding;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighs the encodings a text may be in by how likely its words are in each. Of two encodings that
 * make the same words of its bytes either will do; where others come close, nobody can tell.
 */
final class Detection {
  /** Windows-1252 is believed although another is likelier by this much (natural logarithms). */
  private static final double USUAL = 2;

  /** Any other must be likelier than all that read differently by this much. */
  private static final double MARGIN = 4;

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

  Detected result() {
    List<byte[]> words = evidence.words();
    if (words.isEmpty()) {
      return new Detected.As(PAGES.get(0).charset());
    }
    while (weighed < words.size()) {
      weigh(words.get(weighed++));
    }
    int best = best();
    if (!isText(best)) {
      return DoubleByte.charset(evidence.sample())
          .<Detected>map(Detected.As::new)
          .orElse(words.size() <= FEW ? new Detected.Stray() : new Detected.Unknown());
    }
    return isClear(best) ? new Detected.As(PAGES.get(best).charset()) : new Detected.Unknown();
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
    for (int i = 0; i < total.length && best > 0; i++) {
      if (differ[best][i] && isPossible(i) && weight(best) - weight(i) < MARGIN) {
        return false;
      }
    }
    return true;
  }

  private double weight(int page) {
    return total[page] + (page == 0 ? USUAL : 0);
  }

  private boolean isPossible(int page) {
    Charset charset = PAGES.get(page).charset();
    return !(evidence.hasControls() && charset.name().startsWith("ISO-8859"));
  }
}
