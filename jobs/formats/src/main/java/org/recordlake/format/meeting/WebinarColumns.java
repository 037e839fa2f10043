package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/** Columns of a table of people in a Zoom attendee report, found by name; older ones lack some. */
record WebinarColumns(Columns header) {
  private static final Set<String> NOTHING = Set.of("--", "-", "n/a");

  private static final WordFile COLUMNS = WordFile.of("webinar-columns");

  /** Names of columns that every webinar has. */
  private static final Set<String> COMMON =
      COLUMNS.keys().stream()
          .flatMap(column -> COLUMNS.words(column).stream())
          .collect(Collectors.toUnmodifiableSet());

  static WebinarColumns of(SourceRecord header) {
    return new WebinarColumns(new Columns(COLUMNS, ZoomWords.ofPeople(header)));
  }

  /** Whether the table tells who registered and not who came. */
  boolean isOfRegistrations() {
    return !header.has("attended")
        && !header.has("any join time")
        && header.has("any registration time");
  }

  private Optional<String> value(SourceRecord row, int place) {
    return Labels.given(row, place).filter(text -> !NOTHING.contains(Labels.plain(text)));
  }

  /** What a row says in a column, such as {@code phone}. */
  Optional<String> named(SourceRecord row, String column) {
    List<String> names = COLUMNS.words(column);
    for (int i = 0; i < header.width(); i++) {
      if (names.contains(bare(i))) {
        return value(row, i);
      }
    }
    return Optional.empty();
  }

  /** A column's name without brackets at its end. */
  private String bare(int place) {
    return header.plain(place).replaceAll(" ?\\([^()]*\\)$", "");
  }

  /** Whether the person was there; a table of those who came does not say so of each. */
  boolean attended(SourceRecord row) {
    return header
        .value(row, "attended")
        .map(ZoomWords::isYes)
        .orElse(!header.has("attended") || time(row, "join time").isPresent());
  }

  Person person(SourceRecord row) {
    return Person.of(name(row), named(row, "email").orElse(""));
  }

  private String name(SourceRecord row) {
    return named(row, "full name")
        .orElseGet(
            () ->
                Stream.of(named(row, "first name"), named(row, "last name"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" ")));
  }

  /** Statistical programs write {@code NA} for a time that is not there. */
  Optional<String> time(SourceRecord row, String name) {
    return named(row, name).filter(text -> !text.equals("NA"));
  }

  /**
   * A question that the organizer asked at registration, and its answer.
   *
   * @param number place among the questions, from 1
   */
  record Asked(int number, String question, String answer) {}

  List<Asked> asked(SourceRecord row) {
    List<Asked> asked = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < header.width(); i++) {
      String name = header.name(i).orElse("");
      if (!name.isEmpty() && !COMMON.contains(bare(i))) {
        number++;
        int question = number;
        value(row, i).ifPresent(answer -> asked.add(new Asked(question, name, answer)));
      }
    }
    return asked;
  }
}
