package org.recordlake.format.meeting;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.FileTimes;

/**
 * The line above a Zoom list of participants; its columns are found by name, in any case and order.
 */
record ParticipantHeader(Names names) {
  private static final Set<String> WITH_ORIGINAL =
      Set.of("name (original name)", "user name (original name)");

  /** {@code record} as such a line below what is said of the meeting; empty if it is none. */
  static Optional<ParticipantHeader> below(SourceRecord record) {
    ParticipantHeader header = new ParticipantHeader(new Names(ZoomWords.ofPeople(record)));
    boolean fits = header.namePlace() == 0 && Labels.width(record) > 1;
    return fits ? Optional.of(header) : Optional.empty();
  }

  /**
   * {@code record} as such a line that stands alone. A name and an address could head any list, so
   * here the time in the meeting must be named too.
   */
  static Optional<ParticipantHeader> alone(SourceRecord record) {
    return below(record)
        .filter(header -> header.joinPlace() >= 0 || header.names.beginning("total duration") >= 0);
  }

  /**
   * The end of {@code record} as such a line, where the names of what is said of the meeting stand
   * before it, as in the list of everybody in many meetings; empty if it is none.
   */
  static Optional<ParticipantHeader> behindMeeting(SourceRecord record) {
    SourceRecord english = ZoomWords.ofPeople(record);
    int from = 1;
    while (from < english.fields().size()
        && !WITH_ORIGINAL.contains(Labels.plain(english.field(from)))) {
      from++;
    }
    if (from >= english.fields().size()) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>(Collections.nCopies(from, ""));
    fields.addAll(english.fields().subList(from, english.fields().size()));
    ParticipantHeader header =
        new ParticipantHeader(new Names(new SourceRecord(record.line(), fields)));
    return header.joinPlace() >= 0 ? Optional.of(header) : Optional.empty();
  }

  /** How many columns stand before those of people. */
  int before() {
    return namePlace();
  }

  /** Whether the list says when somebody joined. */
  boolean isTimed() {
    return joinPlace() >= 0;
  }

  private int namePlace() {
    return names.place("name (original name)", "user name (original name)", "name", "user name");
  }

  private int joinPlace() {
    return names.beginning("join time");
  }

  private int minutesPlace() {
    int total = names.beginning("total duration");
    return total >= 0 ? total : names.beginning("duration");
  }

  /** Zone of the times below, if the line names it. */
  Optional<ZoneId> zone() {
    try {
      return names.given(joinPlace()).flatMap(Labels::bracketed).map(ZoneId::of);
    } catch (DateTimeException e) {
      // Brackets that name no zone say nothing of it.
      return Optional.empty();
    }
  }

  Optional<String> join(SourceRecord row) {
    return Labels.given(row, joinPlace());
  }

  Optional<String> leave(SourceRecord row) {
    return Labels.given(row, names.beginning("leave time"));
  }

  private String email(SourceRecord row) {
    return Labels.given(row, names.place("user email", "email", "email address")).orElse("");
  }

  /** The name under which {@code address} stands in {@code rows}. */
  Optional<String> nameOf(String address, List<SourceRecord> rows) {
    return rows.stream()
        .filter(row -> email(row).equalsIgnoreCase(address))
        .map(row -> Labels.given(row, namePlace()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Adds what a line says.
   *
   * @param host address of the host
   */
  void read(SourceRecord row, FileTimes moments, Optional<String> host, Attendance attendance) {
    String name = Labels.given(row, namePlace()).orElse("");
    String email = email(row);
    Person person = Person.of(name, email);
    Optional<String> minutes = Labels.given(row, minutesPlace());
    boolean waiting =
        Labels.given(row, names.place("in waiting room")).filter(ZoomWords::isYes).isPresent();
    boolean hosting = host.isPresent() && host.get().equalsIgnoreCase(email.strip());
    Optional<String> role = hosting ? Optional.of("host") : Optional.empty();
    if (Labels.width(row) > names.width()) {
      attendance.bad(row, "TOO_MANY_FIELDS");
    } else if (!person.isKnown()) {
      attendance.bad(row, "NO_PARTICIPANT");
    } else if (waiting) {
      attendance.outside(row);
    } else if (joinPlace() < 0) {
      attendance.total(row, person, minutes, role);
    } else {
      attendance.spell(
          row, person, time(join(row), moments), time(leave(row), moments), minutes, role);
    }
  }

  private static Optional<Attendance.Time> time(Optional<String> text, FileTimes moments) {
    return text.map(given -> new Attendance.Time(moments.instant(given)));
  }
}
