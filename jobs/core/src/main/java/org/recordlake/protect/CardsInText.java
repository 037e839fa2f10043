package org.recordlake.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds card numbers in text (ISO/IEC 7812-1), however their digits are grouped and whatever other
 * numbers stand beside them.
 */
final class CardsInText {
  private static final int LONGEST = 19;

  /** Characters between two groups of a number at most. */
  private static final int WIDEST_GAP = 3;

  private static final Set<List<Integer>> PRINTED = Set.of(List.of(4, 4, 4, 4), List.of(4, 6, 5));
  private static final String GAPS =
      " \t\r\n-._/\u00A0\u2007\u2009\u202F\u2010\u2011\u2012\u2013\u2014\u2212";

  private final String text;
  private final List<Card> cards = new ArrayList<>();

  /** Digits side by side. */
  private record Group(int start, int end) {}

  /**
   * A card number.
   *
   * @param whole whether it stands in one piece, or in groups as it is printed on cards
   * @param known whether a network gives out such numbers
   */
  private record Card(int start, int end, int digits, boolean whole, boolean known) {}

  private CardsInText(String text) {
    this.text = text;
  }

  static CardsInText in(String text) {
    CardsInText found = new CardsInText(text);
    found.find();
    return found;
  }

  /** Whether a number that a network gives out has at least so many digits. */
  boolean hasOf(int digits) {
    return cards.stream().anyMatch(card -> card.known() && card.digits() >= digits);
  }

  /**
   * The same for a number that stands in one piece, or in groups as it is printed on cards, and is
   * not made of several, nor a part of a word such as a hash.
   */
  boolean hasWholeOf(int digits) {
    return cards.stream().anyMatch(card -> card.known() && card.whole() && card.digits() >= digits);
  }

  /** The text with every card number blotted out but for its last four digits. */
  String blotted() {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (Card card : cards) {
      kept.append(text, from, card.start())
          .append("[card number ending ")
          .append(PaymentNumbers.last4(text.substring(card.start(), card.end())))
          .append(']');
      from = card.end();
    }
    return cards.isEmpty() ? text : kept.append(text, from, text.length()).toString();
  }

  private void find() {
    List<Group> run = run(0);
    while (!run.isEmpty()) {
      findIn(run);
      run = run(run.get(run.size() - 1).end());
    }
  }

  /** The next groups of digits with nothing but gaps between them. */
  private List<Group> run(int after) {
    List<Group> run = new ArrayList<>();
    int at = after;
    while (at < text.length()) {
      if (isDigit(at)) {
        int end = at;
        while (end < text.length() && isDigit(end)) {
          end++;
        }
        run.add(new Group(at, end));
        at = end;
      } else if (run.isEmpty() || isGap(run.get(run.size() - 1).end(), at)) {
        at++;
      } else {
        return run;
      }
    }
    return run;
  }

  private boolean isGap(int start, int at) {
    return at - start < WIDEST_GAP && GAPS.indexOf(text.charAt(at)) >= 0;
  }

  private boolean isDigit(int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void findIn(List<Group> run) {
    int found = cards.size();
    int first = 0;
    while (first < run.size()) {
      int last = lastOfCard(run, first);
      if (last >= first) {
        add(run.subList(first, last + 1), true);
        first = last;
      }
      first++;
    }
    if (found == cards.size() && isPlain(run) && PaymentNumbers.isCard(digits(run))) {
      add(run, false);
    }
  }

  private void add(List<Group> groups, boolean known) {
    int start = groups.get(0).start();
    int end = groups.get(groups.size() - 1).end();
    List<Integer> lengths = groups.stream().map(group -> group.end() - group.start()).toList();
    int digits = lengths.stream().mapToInt(length -> length).sum();
    boolean apart =
        (start == 0 || !Character.isLetter(text.charAt(start - 1)))
            && (end == text.length() || !Character.isLetter(text.charAt(end)));
    boolean whole = apart && (groups.size() == 1 || PRINTED.contains(lengths));
    cards.add(new Card(start, end, digits, whole, known));
  }

  /** Whether one blank or hyphen divides the groups, as on a card. */
  private boolean isPlain(List<Group> run) {
    for (int i = 1; i < run.size(); i++) {
      int gap = run.get(i - 1).end();
      boolean plain = text.charAt(gap) == ' ' || text.charAt(gap) == '-';
      if (!plain || run.get(i).start() != gap + 1) {
        return false;
      }
    }
    return true;
  }

  /** Last of the groups that make a card number from {@code first} on; -1 if none do. */
  private int lastOfCard(List<Group> run, int first) {
    int found = -1;
    for (int last = first; last < run.size(); last++) {
      String digits = digits(run.subList(first, last + 1));
      if (digits.length() > LONGEST) {
        return found;
      }
      if (PaymentNumbers.isCard(digits) && isOfNetwork(digits)) {
        found = last;
      }
    }
    return found;
  }

  private String digits(List<Group> groups) {
    return PaymentNumbers.digits(
        text.substring(groups.get(0).start(), groups.get(groups.size() - 1).end()));
  }

  /** Whether a card network gives out numbers that begin so and are so long. */
  private static boolean isOfNetwork(String digits) {
    int length = digits.length();
    int four = Integer.parseInt(digits.substring(0, 4));
    int two = four / 100;
    boolean sixteen =
        two >= 51 && two <= 55 || four >= 2221 && four <= 2720 || four >= 3528 && four <= 3589;
    return switch (length) {
      case 13 -> two / 10 == 4;
      case 14 -> two == 36 || two == 38 || two == 39 || four / 10 >= 300 && four / 10 <= 305;
      case 15 -> two == 34 || two == 37;
      case 16 -> two / 10 == 4 || two / 10 == 6 || two == 50 || sixteen;
      case 17, 18, 19 -> two / 10 == 6 || two / 10 == 4 && length == 19;
      default -> false;
    };
  }
}
