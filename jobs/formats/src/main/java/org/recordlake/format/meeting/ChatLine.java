package org.recordlake.format.meeting;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first line of a message in a saved chat, such as {@code 10:02:31 From Ada Byrd to Everyone:
 * Good morning}, in any language Zoom writes. Older chats name no recipient, newer ones write the
 * message on lines of its own and may put the day before the time.
 *
 * @param day as written; empty if the line names none
 * @param time hours, minutes and seconds
 * @param recipient whom it was for; empty if everyone
 * @param text what stands on the line itself
 */
record ChatLine(
    Optional<String> day, String time, String sender, Optional<String> recipient, String text) {
  /** No name is longer; nothing beyond is looked at. */
  private static final int LONGEST = 400;

  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?:(\\d{4}-\\d{2}-\\d{2})[ T])?(\\d{1,2}:\\d{2}:\\d{2})(\\s+)(\\S.*)", Pattern.DOTALL);

  /** As Zoom writes them beside a recording in the cloud: fields divided by tabs. */
  private static final Pattern RECORDED = Pattern.compile("\\t([^\\t:]+):\\s*(.*)");

  private static final Pattern EVERYONE =
      Pattern.compile("([^:]+?)\\s+to\\s+(Everyone[^:]*)\\s*:(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOBODY = Pattern.compile("([^:：]+?)\\s*[:：](.*)");

  /** Names of both, in the words of a language. */
  private record Named(ChatWords.Language language, Pattern wide, Pattern narrow) {
    static Named of(ChatWords.Language language) {
      String to = "(?:" + language.to() + ")";
      return new Named(
          language,
          Pattern.compile("([^:：]+?)\\s{2,}" + to + "\\s{2,}([^:：]+?)\\s*[:：](.*)"),
          Pattern.compile("([^:：]+?)\\s+" + to + "\\s+([^:：]+?)\\s*[:：](.*)"));
    }

    /** Sender, recipient and text; blanks in pairs tell more than words. */
    Optional<Matcher> in(String rest) {
      return Stream.of(wide, narrow)
          .map(pattern -> pattern.matcher(rest))
          .filter(Matcher::matches)
          .findFirst();
    }
  }

  private static final Named ENGLISH = Named.of(ChatWords.ENGLISH);
  private static final List<Named> OTHERS = ChatWords.OTHERS.stream().map(Named::of).toList();

  /** {@code line} as such a line; empty if it is none. */
  static Optional<ChatLine> of(String line) {
    String head = line.substring(0, Math.min(line.length(), LONGEST)).strip();
    String tail = line.substring(Math.min(line.length(), LONGEST));
    Matcher beginning = BEGINNING.matcher(head);
    if (!beginning.matches()) {
      return Optional.empty();
    }
    Optional<String> day = Optional.ofNullable(beginning.group(1));
    String time = beginning.group(2);
    String rest = beginning.group(4);
    Optional<Said> said =
        english(rest)
            .or(() -> OTHERS.stream().flatMap(words -> other(words, rest).stream()).findFirst())
            .or(() -> day.isEmpty() ? recorded(beginning.group(3) + rest) : Optional.empty());
    return said.map(who -> who.line(day, time, tail));
  }

  /** Who said what to whom; nobody in particular if {@code recipient} is empty. */
  private record Said(String sender, String recipient, String text) {
    static Said of(Matcher found) {
      return new Said(found.group(1), found.group(2), found.group(3));
    }

    ChatLine line(Optional<String> day, String time, String tail) {
      String plain = ChatWords.PRIVATE.matcher(recipient).replaceAll("").strip();
      boolean named = !plain.isEmpty() && !ChatWords.isEveryone(plain);
      return new ChatLine(
          day,
          time,
          sender.strip(),
          named ? Optional.of(plain) : Optional.empty(),
          (text + tail).strip());
    }
  }

  private static Optional<Said> english(String text) {
    Optional<String> rest = behind(ChatWords.ENGLISH.from() + "\\s+", text);
    Optional<Said> everyone = rest.map(EVERYONE::matcher).filter(Matcher::matches).map(Said::of);
    return everyone
        .or(() -> rest.flatMap(ENGLISH::in).map(Said::of))
        .or(() -> rest.flatMap(ChatLine::nobody));
  }

  /**
   * In other languages. A short word before one blank may be part of a name, so it counts only with
   * the one before the recipient; before two it counts alone.
   */
  private static Optional<Said> other(Named words, String text) {
    String from = words.language().from();
    if (from.isEmpty()) {
      return words.in(text).map(Said::of);
    }
    String word = "(?:" + from + ")";
    return behind(word + "\\s+", text)
        .flatMap(words::in)
        .map(Said::of)
        .or(() -> behind(word + "\\s{2,}", text).flatMap(ChatLine::nobody));
  }

  private static Optional<Said> nobody(String rest) {
    Matcher nobody = NOBODY.matcher(rest);
    return nobody.matches()
        ? Optional.of(new Said(nobody.group(1), "", nobody.group(2)))
        : Optional.empty();
  }

  private static Optional<Said> recorded(String rest) {
    Matcher recorded = RECORDED.matcher(rest);
    return recorded.matches()
        ? Optional.of(new Said(recorded.group(1), "", recorded.group(2)))
        : Optional.empty();
  }

  /** What stands behind {@code word} at the beginning of {@code text}. */
  private static Optional<String> behind(String word, String text) {
    Matcher found = Pattern.compile("^" + word).matcher(text);
    return found.find() ? Optional.of(text.substring(found.end())) : Optional.empty();
  }
}
