package org.recordlake.format.meeting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.FileTimes;

/**
 * The people of one Teams report. Section 2 has a line for each with the sum of the spells that
 * section 3 lists; where section 3 lists somebody, its spells count and the sum is told already.
 */
final class TeamsPeople {
  private final TeamsReport report;
  private final Map<String, SourceRecord> lines = new HashMap<>();
  private final Map<String, Optional<Person>> byName = new HashMap<>();

  TeamsPeople(TeamsReport report) {
    this.report = report;
    report
        .participants()
        .ifPresent(section -> section.rows().forEach(row -> note(section.columns(), row)));
  }

  private void note(TeamsColumns columns, SourceRecord row) {
    Person person = columns.person(row);
    person.id().ifPresent(id -> lines.putIfAbsent(id, row));
    // A name that two people bear says nothing.
    byName.merge(
        Labels.plain(columns.name(row)),
        Optional.of(person),
        (one, other) -> one.equals(other) ? one : Optional.empty());
  }

  /** Who organized the meeting, if the report says. */
  Optional<Person> host() {
    for (TeamsReport.Section section : report.sections()) {
      for (SourceRecord row : section.rows()) {
        if (section.columns().role(row).equals(Optional.of("host"))) {
          return Optional.of(section.columns().person(row));
        }
      }
    }
    return Optional.empty();
  }

  /** Who was there when; lines told already are of no table. */
  Attendance attendance(FileTimes moments) {
    Attendance attendance = new Attendance();
    Set<String> listed = new HashSet<>();
    report
        .activities()
        .ifPresent(
            section ->
                section.rows().forEach(row -> spell(section, row, moments, attendance, listed)));
    report
        .participants()
        .ifPresent(
            section ->
                section
                    .rows()
                    .forEach(row -> participant(section, row, moments, attendance, listed)));
    return attendance;
  }

  private void spell(
      TeamsReport.Section section,
      SourceRecord row,
      FileTimes moments,
      Attendance attendance,
      Set<String> listed) {
    TeamsColumns columns = section.columns();
    Person person = known(columns.person(row), columns.name(row));
    if (!person.isKnown()) {
      attendance.bad(row, "NO_PARTICIPANT");
      return;
    }
    Optional<SourceRecord> line = Optional.ofNullable(lines.get(person.id().orElseThrow()));
    listed.add(person.id().orElseThrow());
    attendance.spell(
        row,
        person,
        columns.join(row).map(text -> new Attendance.Time(moments.instant(text))),
        columns.leave(row).map(text -> new Attendance.Time(moments.instant(text))),
        columns.minutes(row),
        columns.role(row).or(() -> line.flatMap(this::role)),
        line.map(this::camera).orElse(Map.of()));
  }

  /** A spell without address is of the one participant of its name, if there is one. */
  private Person known(Person person, String name) {
    return person.email().isPresent()
        ? person
        : byName.getOrDefault(Labels.plain(name), Optional.empty()).orElse(person);
  }

  private Optional<String> role(SourceRecord line) {
    return report.participants().flatMap(section -> section.columns().role(line));
  }

  private Map<String, String> camera(SourceRecord line) {
    return report.participants().map(section -> section.columns().camera(line)).orElse(Map.of());
  }

  private static void participant(
      TeamsReport.Section section,
      SourceRecord row,
      FileTimes moments,
      Attendance attendance,
      Set<String> listed) {
    TeamsColumns columns = section.columns();
    Person person = columns.person(row);
    if (!person.isKnown()) {
      attendance.bad(row, "NO_PARTICIPANT");
    } else if (listed.contains(person.id().orElseThrow())) {
      attendance.outside(row);
    } else if (columns.join(row).isEmpty()) {
      attendance.total(row, person, columns.minutes(row), columns.role(row));
    } else {
      attendance.spell(
          row,
          person,
          columns.join(row).map(text -> new Attendance.Time(moments.instant(text))),
          columns.leave(row).map(text -> new Attendance.Time(moments.instant(text))),
          columns.minutes(row),
          columns.role(row),
          columns.camera(row));
    }
  }
}
