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
    Attendance attendance = new Attendance(moments);
    Set<String> listed = new HashSet<>();
    report.activities().ifPresent(section -> spells(section, attendance, listed));
    report.participants().ifPresent(section -> participants(section, attendance, listed));
    return attendance;
  }

  private void spells(TeamsReport.Section section, Attendance attendance, Set<String> listed) {
    TeamsColumns columns = section.columns();
    TeamsColumns summed = report.participants().map(TeamsReport.Section::columns).orElse(columns);
    for (SourceRecord row : section.rows()) {
      Person person = known(columns.person(row), columns.name(row));
      person.id().ifPresent(listed::add);
      Optional<SourceRecord> line = person.id().map(lines::get);
      attendance.spell(columns.stay(row, person, line, summed));
    }
  }

  /** A spell without address is of the one participant of its name, if there is one. */
  private Person known(Person person, String name) {
    return person.email().isPresent()
        ? person
        : byName.getOrDefault(Labels.plain(name), Optional.empty()).orElse(person);
  }

  private static void participants(
      TeamsReport.Section section, Attendance attendance, Set<String> listed) {
    TeamsColumns columns = section.columns();
    for (SourceRecord row : section.rows()) {
      Attendance.Stay stay = columns.stay(row, columns.person(row), Optional.of(row), columns);
      if (stay.person().id().filter(listed::contains).isPresent()) {
        attendance.outside(row);
      } else if (stay.join().isEmpty()) {
        attendance.total(stay);
      } else {
        attendance.spell(stay);
      }
    }
  }
}
