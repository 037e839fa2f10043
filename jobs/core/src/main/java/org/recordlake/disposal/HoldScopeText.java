package org.recordlake.disposal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.disposal.HoldPredicate.Unreadable;

/** Reads the text of a scope. What it complains of is told by place, never by value. */
final class HoldScopeText {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*+)\"|([^\\s\"]+))(?=\\s|$)");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?(\\.\\.)?(\\d{4}-\\d{2}-\\d{2})?");

  private HoldScopeText() {}

  /** A word of the text. */
  private record Token(String text, boolean quoted) {
    boolean isAnd() {
      return !quoted && text.equalsIgnoreCase("and");
    }
  }

  static List<HoldTerm> terms(String text) throws Unreadable {
    List<Token> tokens = tokens(text);
    List<HoldTerm> terms = new ArrayList<>();
    for (int place = 0; place < tokens.size(); place += 3) {
      if (place + 1 >= tokens.size() || tokens.get(place).quoted()) {
        throw new Unreadable("word " + (place + 1) + " of its scope is followed by no value");
      }
      terms.add(term(tokens.get(place).text(), tokens.get(place + 1).text(), place + 2));
      int joint = place + 2;
      if (joint < tokens.size() && (!tokens.get(joint).isAnd() || joint + 1 == tokens.size())) {
        throw new Unreadable("word " + (joint + 1) + " of its scope is not an 'and' between terms");
      }
    }
    if (terms.isEmpty()) {
      throw new Unreadable("its scope is empty");
    }
    return terms;
  }

  private static HoldTerm term(String word, String value, int place) throws Unreadable {
    return switch (word) {
      case "email" -> new HoldTerm.Email(NormalText.folded(value));
      case "date" -> dates(value, place);
      case "category" -> new HoldTerm.Category(value);
      case "table" -> new HoldTerm.Tables(List.of(value));
      default -> new HoldTerm.Named(word, value);
    };
  }

  private static HoldTerm dates(String value, int place) throws Unreadable {
    Matcher days = DAYS.matcher(value);
    if (!days.matches() || (days.group(1) == null && days.group(3) == null)) {
      throw noDays(place);
    }
    try {
      Optional<LocalDate> from = Optional.ofNullable(days.group(1)).map(LocalDate::parse);
      Optional<LocalDate> to = Optional.ofNullable(days.group(3)).map(LocalDate::parse);
      if (days.group(2) != null) {
        return new HoldTerm.Dates(from, to);
      }
      if (from.isPresent() && to.isPresent()) {
        throw noDays(place);
      }
      return new HoldTerm.Dates(from, from);
    } catch (DateTimeException e) {
      throw noDays(place);
    }
  }

  private static Unreadable noDays(int place) {
    return new Unreadable(
        "word " + place + " of its scope is no day or range such as 2025-01-01..2025-03-31");
  }

  private static List<Token> tokens(String text) throws Unreadable {
    List<Token> tokens = new ArrayList<>();
    String stripped = text.strip();
    Matcher matcher = TOKEN.matcher(stripped);
    int at = 0;
    while (at < stripped.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new Unreadable("a quotation mark of its scope stands alone");
      }
      boolean quoted = matcher.group(1) != null;
      tokens.add(
          new Token(quoted ? matcher.group(1).replace("\"\"", "\"") : matcher.group(2), quoted));
      at = matcher.end();
    }
    return tokens;
  }
}
