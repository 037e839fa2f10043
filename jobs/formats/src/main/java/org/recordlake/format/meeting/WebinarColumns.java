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
record WebinarColumns(Names header) {
  private static final Set<String> NOTHING = Set.of("--", "-", "n/a");

  private static final WordFile COLUMNS = WordFile.of("webinar-columns");

  /** Names of columns that every webinar has. */
  private static final Set<String> COMMON =
      COLUMNS.keys().stream()
          .flatMap(column -> COLUMNS.words(column).stream())
          .collect(Collectors.toUnmodifiableSet());

  static WebinarColumns of(SourceRecord header) {
    return new WebinarColumns(new Names(ZoomWords.ofPeople(header)));
  }

  /** Whether the table tells who registered and not who came. */
  boolean isOfRegistrations() {
    return header.place("attended") < 0
        && header.beginning("join time") < 0
        && header.beginning("registration time") >= 0;
  }

  private Optional<String> value(SourceRecord row, int place) {
    return Labels.given(row, place).filter(text -> !NOTHING.contains(Labels.plain(text)));
  }

  private Optional<String> named(SourceRecord row, String column) {
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

  /** Without what stands under the name of a secret. */
  SourceRecord withoutSecrets(SourceRecord row) {
    return header.secret().without(row);
  }

  /** Whether a row has fields that no column names. */
  boolean overflows(SourceRecord row) {
    return Labels.width(row) > header.width();
  }

  /** Whether the person was there; a table of those who came does not say so of each. */
  boolean attended(SourceRecord row) {
    return Labels.given(row, header.place("attended"))
        .map(ZoomWords::isYes)
        .orElse(header.place("attended") < 0 || join(row).isPresent());
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

  Optional<String> phone(SourceRecord row) {
    return named(row, "phone");
  }

  Optional<String> registered(SourceRecord row) {
    return time(row, "registration time");
  }

  Optional<String> join(SourceRecord row) {
    return time(row, "join time");
  }

  Optional<String> leave(SourceRecord row) {
    return time(row, "leave time");
  }

  /** Statistical programs write {@code NA} for a time that is not there. */
  private Optional<String> time(SourceRecord row, String name) {
    return named(row, name).filter(text -> !text.equals("NA"));
  }

  Optional<String> minutes(SourceRecord row) {
    return named(row, "minutes");
  }

  Optional<String> country(SourceRecord row) {
    return named(row, "country");
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
      String name = header.given(i).orElse("");
      if (!name.isEmpty() && !COMMON.contains(bare(i))) {
        number++;
        int question = number;
        value(row, i).ifPresent(answer -> asked.add(new Asked(question, name, answer)));
      }
    }
    return asked;
  }
}
