package org.recordlake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name of a firm or person as its significant words. What says nothing is left out (articles,
 * titles, legal forms at the end) and common short forms are written out.
 *
 * @param words in the order written
 */
record PartyName(List<String> words) {
  static final PartyName NONE = new PartyName(List.of());

  private static final Set<String> SILENT = Set.of("the", "and", "of", "mr", "mrs", "ms", "dr");
  private static final Set<String> ENDINGS = WordList.words("name-endings");
  private static final Map<String, String> LONG_FORMS = WordList.fullForms("short-words");
  private static final Map<String, String> NICKNAMES = WordList.fullForms("nicknames");

  PartyName {
    words = List.copyOf(words);
  }

  /** {@code text} as a name; {@link #NONE} for null and for text without a word. */
  static PartyName of(String text) {
    List<String> all = NameTokens.of(text);
    List<String> significant = new ArrayList<>(all);
    significant.removeAll(SILENT);
    while (significant.size() > 1 && ENDINGS.contains(significant.get(significant.size() - 1))) {
      significant.remove(significant.size() - 1);
    }
    return new PartyName(
        (significant.isEmpty() ? all : significant).stream().map(PartyName::longForm).toList());
  }

  private static String longForm(String word) {
    String full = LONG_FORMS.getOrDefault(word, word);
    return NICKNAMES.getOrDefault(full, full);
  }

  /** As {@link #text} wrote it. */
  static PartyName parse(String text) {
    return text == null || text.isEmpty() ? NONE : new PartyName(List.of(text.split(" ", -1)));
  }

  boolean missing() {
    return words.isEmpty();
  }

  String text() {
    return String.join(" ", words);
  }

  /** The same for names that differ in the order of their words alone. */
  String fingerprint() {
    return words.stream().sorted().collect(Collectors.joining(" "));
  }

  /** How two names agree. */
  enum Agreement {
    /** The same words. */
    EXACT,
    /** The same words but for slips and short forms. */
    CLOSE,
    /** All words of the shorter name are in the longer one. */
    PART,
    /** At least half of the words are shared. */
    SOME,
    DIFFERENT,
    MISSING
  }

  Agreement agreement(PartyName other) {
    if (missing() || other.missing()) {
      return Agreement.MISSING;
    }
    if (fingerprint().equals(other.fingerprint())) {
      return Agreement.EXACT;
    }
    if (SpellingSimilarity.oneSlipInLetters(String.join("", words), String.join("", other.words))) {
      return Agreement.CLOSE;
    }
    return words.size() <= other.words.size() ? aligned(other) : other.aligned(this);
  }

  /** With {@code longer} having at least as many words. */
  private Agreement aligned(PartyName longer) {
    List<String> left = new ArrayList<>(longer.words);
    List<String> unequal = new ArrayList<>();
    words.stream().filter(word -> !left.remove(word)).forEach(unequal::add);
    int alike = 0;
    for (String word : unequal) {
      for (String candidate : left) {
        if (SpellingSimilarity.alike(word, candidate)) {
          left.remove(candidate);
          alike++;
          break;
        }
      }
    }
    int shared = words.size() - unequal.size() + alike;
    if (shared == words.size() && left.isEmpty()) {
      return Agreement.CLOSE;
    }
    if (shared == words.size() && (shared > 1 || words.get(0).length() > 5)) {
      return Agreement.PART;
    }
    return shared > 0 && shared * 2 >= longer.words.size() ? Agreement.SOME : Agreement.DIFFERENT;
  }
}
