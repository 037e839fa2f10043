package org.recordlake.format.meeting;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/**
 * Columns of a section of a Teams report: by name where the header is English, else by place, which
 * is the same in every language.
 */
record TeamsColumns(Names header, List<String> places) {
  private static final WordFile ENGLISH = WordFile.of("teams-columns");

  TeamsColumns {
    places = List.copyOf(places);
  }

  /** Those of the section of participants. */
  static TeamsColumns ofParticipants(SourceRecord header) {
    return new TeamsColumns(
        new Names(header), List.of("name", "join", "leave", "length", "email", "upn", "role"));
  }

  /** Those of the section of single spells. */
  static TeamsColumns ofActivities(SourceRecord header) {
    return new TeamsColumns(
        new Names(header), List.of("name", "join", "leave", "length", "email", "role"));
  }

  /** Those of a list that stands alone; empty if {@code record} heads none. */
  static Optional<TeamsColumns> alone(SourceRecord record) {
    TeamsColumns columns = ofActivities(record);
    boolean fits =
        columns.english()
            && columns.named("length") >= 0
            && (columns.named("role") >= 0 || columns.named("upn") >= 0);
    return fits ? Optional.of(columns) : Optional.empty();
  }

  /** Whether it lists people with the sum of their spells, and not the spells. */
  boolean isOfPeople() {
    return named("of people") >= 0;
  }

  /** Some programs put their own word for the name above the first column. */
  private boolean english() {
    return named("join") > 0 && named("leave") > 0;
  }

  private Optional<String> value(SourceRecord row, String column) {
    int place = english() ? named(column) : places.indexOf(column);
    return Labels.given(row, place < 0 && column.equals("name") ? 0 : place);
  }

  private int named(String column) {
    return header.place(ENGLISH.words(column));
  }

  Optional<String> join(SourceRecord row) {
    return value(row, "join");
  }

  Optional<String> leave(SourceRecord row) {
    return value(row, "leave");
  }

  Optional<String> minutes(SourceRecord row) {
    return value(row, "length").flatMap(Lengths::of).map(Attendance::minutes);
  }

  String name(SourceRecord row) {
    return value(row, "name").orElse("");
  }

  Optional<String> role(SourceRecord row) {
    return value(row, "role").flatMap(TeamsWords::role);
  }

  /** Who a row is about; without an address, the account's name says as much. */
  Person person(SourceRecord row) {
    Person person = Person.of(name(row), value(row, "email").orElse(""));
    Person account = Person.of(name(row), value(row, "upn").orElse(""));
    return person.email().isPresent() || account.email().isEmpty()
        ? person
        : new Person(account.id(), person.name(), Optional.empty());
  }

  /** Whether the camera was turned on, where newer reports say it. */
  Map<String, String> camera(SourceRecord row) {
    Map<String, String> said = new HashMap<>();
    Labels.given(row, named("camera"))
        .flatMap(TeamsColumns::turnedOn)
        .ifPresent(on -> said.put("camera_on", on));
    return said;
  }

  /** A number of times, a length, or a word. */
  private static Optional<String> turnedOn(String text) {
    String word = Labels.plain(text);
    if (word.matches("\\d{1,9}")) {
      return Optional.of("" + (Integer.parseInt(word) > 0));
    } else if (word.matches("yes|true|no|false")) {
      return Optional.of("" + word.matches("yes|true"));
    }
    return Lengths.of(word).map(length -> "" + (length.compareTo(Duration.ZERO) > 0));
  }
}
