package org.recordlake.ingest.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.ingest.format.SourceRecord;

/** Columns of a table of people in a Zoom attendee report, found by name; older ones lack some. */
record WebinarColumns(Names header) {
  private static final Set<String> NOTHING = Set.of("--", "-", "n/a");

  /** Beginnings of the names of columns that every webinar has. */
  private static final List<String> COMMON =
      List.of(
          "attended",
          "user name",
          "name (original name)",
          "first name",
          "last name",
          "email",
          "phone",
          "registration time",
          "approval status",
          "join time",
          "leave time",
          "time in session",
          "is guest",
          "country/region name",
          "source name");

  private Optional<String> value(SourceRecord row, int place) {
    return Labels.given(row, place).filter(text -> !NOTHING.contains(Labels.plain(text)));
  }

  private Optional<String> beginning(SourceRecord row, String name) {
    return value(row, header.beginning(name));
  }

  /** Whether a row has fields that no column names. */
  boolean overflows(SourceRecord row) {
    return Labels.width(row) > header.width();
  }

  /** Whether the person was there; a table of those who came does not say so of each. */
  boolean attended(SourceRecord row) {
    return Labels.given(row, header.place("attended"))
        .map(text -> Labels.plain(text).equals("yes"))
        .orElse(header.place("attended") < 0 || join(row).isPresent());
  }

  Person person(SourceRecord row) {
    return Person.of(name(row), beginning(row, "email").orElse(""));
  }

  private String name(SourceRecord row) {
    return beginning(row, "user name")
        .or(() -> beginning(row, "name (original name)"))
        .orElseGet(
            () ->
                Stream.of(beginning(row, "first name"), beginning(row, "last name"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" ")));
  }

  Optional<String> phone(SourceRecord row) {
    return beginning(row, "phone");
  }

  Optional<String> registered(SourceRecord row) {
    return beginning(row, "registration time");
  }

  Optional<String> join(SourceRecord row) {
    return beginning(row, "join time");
  }

  Optional<String> leave(SourceRecord row) {
    return beginning(row, "leave time");
  }

  Optional<String> minutes(SourceRecord row) {
    return beginning(row, "time in session");
  }

  Optional<String> country(SourceRecord row) {
    return beginning(row, "country/region name");
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
      if (!name.isEmpty() && COMMON.stream().noneMatch(header.plain(i)::startsWith)) {
        number++;
        int question = number;
        value(row, i).ifPresent(answer -> asked.add(new Asked(question, name, answer)));
      }
    }
    return asked;
  }
}
