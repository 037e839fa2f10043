package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/**
 * Names that Zoom gives columns in the language of whoever exports, put into its English ones. Zoom
 * words them differently from report to report, so a name is known by the stem that all wordings of
 * a language share. A header in English stays as it is.
 */
final class ZoomWords {
  private static final Pattern PART = Pattern.compile("\\{([a-z]+)\\}");
  private static final WordFile PARTS = WordFile.of("zoom-parts");
  private static final Set<String> YES = Set.copyOf(PARTS.words("yes"));

  /** An English name and what its names in other languages contain. */
  private record Stem(Pattern pattern, String english) {
    static Stem of(String english, String pattern) {
      return new Stem(Pattern.compile(pattern), english);
    }
  }

  /** A name of a person beside the original one, as Zoom marks it in every language. */
  private static final Pattern NAME = Pattern.compile(PARTS.text("name"));

  private static final List<Stem> OF_PEOPLE = stems("zoom-people");
  private static final List<Stem> OF_MEETINGS = stems("zoom-meetings");

  private static final Set<String> ENGLISH_TOPICS =
      Set.of("topic", "meeting topic", "webinar topic");
  private static final Pattern ENGLISH_NAME =
      Pattern.compile("(?:user )?name(?: \\(original name\\))?|attended");

  private ZoomWords() {}

  private static List<Stem> stems(String file) {
    return WordFile.of(file).each((english, pattern) -> Stem.of(english, withParts(pattern)));
  }

  private static String withParts(String pattern) {
    return PART.matcher(pattern)
        .replaceAll(part -> Matcher.quoteReplacement(PARTS.text(part.group(1))));
  }

  static boolean isYes(String text) {
    return YES.contains(Labels.plain(text));
  }

  /** The header of a table of people in English; {@code record} itself if it is no such header. */
  static SourceRecord ofPeople(SourceRecord record) {
    boolean english = any(record, label -> ENGLISH_NAME.matcher(label).matches());
    return !english && any(record, label -> NAME.matcher(label).matches())
        ? translated(record, OF_PEOPLE)
        : record;
  }

  /** What names the values said of a meeting in English; {@code record} itself if nothing does. */
  static SourceRecord ofMeeting(SourceRecord record) {
    Stem topic = OF_MEETINGS.get(0);
    boolean english = any(record, ENGLISH_TOPICS::contains);
    return !english && any(record, label -> topic.pattern().matcher(label).matches())
        ? translated(record, OF_MEETINGS)
        : record;
  }

  private static boolean any(SourceRecord record, Function<String, Boolean> wanted) {
    return record.fields().stream().map(Labels::plain).anyMatch(wanted::apply);
  }

  private static SourceRecord translated(SourceRecord record, List<Stem> stems) {
    List<String> english = new ArrayList<>();
    for (String field : record.fields()) {
      english.add(english(Labels.plain(field), stems).orElse(field));
    }
    return new SourceRecord(record.line(), english);
  }

  /** A whole word stands for a short stem, a part of the name for a longer one. */
  private static Optional<String> english(String label, List<Stem> stems) {
    return stems.stream()
        .filter(stem -> stem.pattern().matcher(label).matches())
        .findFirst()
        .or(() -> stems.stream().filter(stem -> finds(stem, label)).findFirst())
        .map(Stem::english);
  }

  /** Names of one word each, such as that of a topic, are part of many other names. */
  private static boolean finds(Stem stem, String label) {
    boolean whole =
        Set.of("topic", "first name", "last name", "participants").contains(stem.english());
    return !whole && stem.pattern().matcher(label).find();
  }
}
