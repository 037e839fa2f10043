package org.recordlake.format.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/**
 * Words that Teams writes in the language of whoever exports. The numbered form needs few of them:
 * its sections are known by number and its columns by place.
 */
final class TeamsWords {
  private static final WordFile WORDS = WordFile.of("teams-words");
  private static final Map<String, String> ROLES =
      Stream.of("host", "presenter", "attendee")
          .flatMap(role -> WORDS.words(role).stream().map(word -> Map.entry(word, role)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  private static final Set<List<String>> EVENT_HEADERS =
      WORDS.lines("event header").stream()
          .map(line -> List.of(line.split("; ")))
          .collect(Collectors.toSet());
  private static final Set<String> JOINED = Set.copyOf(WORDS.words("joined"));
  private static final Set<String> LEFT = Set.copyOf(WORDS.words("left"));

  private TeamsWords() {}

  /** What somebody does in a line of the old form. */
  enum Action {
    JOINED,
    LEFT
  }

  /** The role in the catalogue's terms; empty for words not known. */
  static Optional<String> role(String word) {
    return Optional.ofNullable(ROLES.get(Labels.plain(word)));
  }

  static Optional<Action> action(String word) {
    String plain = Labels.plain(word);
    if (JOINED.contains(plain)) {
      return Optional.of(Action.JOINED);
    }
    return LEFT.contains(plain) ? Optional.of(Action.LEFT) : Optional.empty();
  }

  /** Whether {@code record} heads the old form. */
  static boolean headsEvents(SourceRecord record) {
    List<String> names =
        record.fields().subList(0, Labels.width(record)).stream().map(Labels::plain).toList();
    return EVENT_HEADERS.contains(names);
  }
}
