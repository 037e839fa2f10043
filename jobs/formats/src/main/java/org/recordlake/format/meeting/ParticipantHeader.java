package org.recordlake.format.meeting;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/**
 * The line above a Zoom list of participants; its columns are found by name, in any case and order.
 */
record ParticipantHeader(Columns columns) {
  private static final WordFile WORDS = WordFile.of("participant-columns");

  /** {@code record} as such a line below what is said of the meeting; empty if it is none. */
  static Optional<ParticipantHeader> below(SourceRecord record) {
    Columns columns = new Columns(WORDS, ZoomWords.ofPeople(record));
    boolean fits = columns.place("name") == 0 && Labels.width(record) > 1;
    return fits ? Optional.of(new ParticipantHeader(columns)) : Optional.empty();
  }

  /**
   * {@code record} as such a line that stands alone. A name and an address could head any list, so
   * here the time in the meeting must be named too.
   */
  static Optional<ParticipantHeader> alone(SourceRecord record) {
    return below(record).filter(header -> header.isTimed() || header.columns.has("total"));
  }

  /**
   * The end of {@code record} as such a line, where the names of what is said of the meeting stand
   * before it, as in the list of everybody in many meetings; empty if it is none.
   */
  static Optional<ParticipantHeader> behindMeeting(SourceRecord record) {
    List<String> english = ZoomWords.ofPeople(record).fields();
    List<String> originals = WORDS.words("original name");
    int from = 1;
    while (from < english.size() && !originals.contains(Labels.plain(english.get(from)))) {
      from++;
    }
    if (from >= english.size()) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>(Collections.nCopies(from, ""));
    fields.addAll(english.subList(from, english.size()));
    SourceRecord end = new SourceRecord(record.line(), fields);
    return Optional.of(new ParticipantHeader(new Columns(WORDS, end)))
        .filter(ParticipantHeader::isTimed);
  }

  /** How many columns stand before those of people. */
  int before() {
    return columns.place("name");
  }

  /** Whether the list says when somebody joined. */
  boolean isTimed() {
    return columns.has("join");
  }

  /** Zone of the times below, if the line names it. */
  Optional<ZoneId> zone() {
    return columns.name(columns.place("join")).flatMap(Labels::zone);
  }

  /** The name under which {@code address} stands in {@code rows}. */
  Optional<String> nameOf(String address, List<SourceRecord> rows) {
    return rows.stream()
        .filter(row -> columns.text(row, "email").equalsIgnoreCase(address))
        .map(row -> columns.value(row, "name"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Adds what a line says.
   *
   * @param host address of the host
   */
  void read(SourceRecord row, Optional<String> host, Attendance attendance) {
    String email = columns.text(row, "email");
    Person person = Person.of(columns.text(row, "name"), email);
    Attendance.Stay stay =
        new Attendance.Stay(
            row,
            person,
            columns.value(row, "join"),
            columns.value(row, "leave"),
            columns.value(row, "minutes"),
            host.filter(email.strip()::equalsIgnoreCase).map(any -> "host"),
            Map.of());
    if (columns.isTooNarrowFor(row)) {
      attendance.bad(row, "TOO_MANY_FIELDS");
    } else if (person.isKnown()
        && columns.value(row, "waiting").filter(ZoomWords::isYes).isPresent()) {
      attendance.outside(row);
    } else if (isTimed()) {
      attendance.spell(stay);
    } else {
      attendance.total(stay);
    }
  }
}
