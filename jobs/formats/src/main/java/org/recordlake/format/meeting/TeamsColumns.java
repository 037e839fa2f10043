package org.recordlake.format.meeting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/**
 * Columns of a section of a Teams report: by name where the header is English, else by place, which
 * is the same in every language.
 */
record TeamsColumns(Columns header, List<String> places) {
  private static final WordFile ENGLISH = WordFile.of("teams-columns");

  TeamsColumns {
    places = List.copyOf(places);
  }

  /** Those of the section of participants. */
  static TeamsColumns ofParticipants(SourceRecord header) {
    return new TeamsColumns(new Columns(ENGLISH, header), ENGLISH.words("people by place"));
  }

  /** Those of the section of single spells. */
  static TeamsColumns ofActivities(SourceRecord header) {
    return new TeamsColumns(new Columns(ENGLISH, header), ENGLISH.words("spells by place"));
  }

  /** Those of a list that stands alone; empty if {@code record} heads none. */
  static Optional<TeamsColumns> alone(SourceRecord record) {
    TeamsColumns columns = ofActivities(record);
    boolean fits =
        columns.english()
            && columns.header.has("length")
            && (columns.header.has("role") || columns.header.has("upn"));
    return fits ? Optional.of(columns) : Optional.empty();
  }

  /** Whether it lists people with the sum of their spells, and not the spells. */
  boolean isOfPeople() {
    return header.has("of people");
  }

  /** Some programs put their own word for the name above the first column. */
  private boolean english() {
    return header.place("join") > 0 && header.place("leave") > 0;
  }

  /** What a row says in a column, such as {@code join}. */
  Optional<String> value(SourceRecord row, String column) {
    int place = english() ? header.place(column) : places.indexOf(column);
    return Labels.given(row, place < 0 && column.equals("name") ? 0 : place);
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

  /**
   * What a row says of somebody.
   *
   * @param person who it is, so far as other rows tell
   * @param line the person's row among the participants, whose columns are {@code summed}
   */
  Attendance.Stay stay(
      SourceRecord row, Person person, Optional<SourceRecord> line, TeamsColumns summed) {
    return new Attendance.Stay(
        row,
        person,
        value(row, "join"),
        value(row, "leave"),
        value(row, "length").flatMap(Lengths::of).map(Attendance::minutes),
        role(row).or(() -> line.flatMap(summed::role)),
        line.flatMap(summed::camera).map(on -> Map.of("camera_on", on)).orElse(Map.of()));
  }

  /** Whether the camera was turned on, where newer reports say it. */
  private Optional<String> camera(SourceRecord row) {
    return header.value(row, "camera").flatMap(TeamsColumns::turnedOn);
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
