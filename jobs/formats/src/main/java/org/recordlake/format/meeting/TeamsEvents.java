package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SecretColumns;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.FileTimes;

/**
 * The old Teams attendance list: name, joined or left, time, or the report of a live event, which
 * tells the same with more columns. A spell goes from a joining to the next leaving of the same
 * name or session; one that has not ended stays open. The list names no meeting, so its first
 * joining stands for it. The file is held whole, bounded by {@link ExportRecords}.
 */
record TeamsEvents(String format, ReaderSettings settings) implements MeetingReader {
  @Override
  public Set<String> tables(Head head) {
    return head.records(TeamsText.delimiter(head)).stream()
            .filter(record -> !record.isBlank())
            .findFirst()
            .flatMap(TeamsEventColumns::of)
            .isPresent()
        ? Set.of(PARTICIPANTS)
        : Set.of();
  }

  private record Event(
      SourceRecord row, Person person, TeamsWords.Action action, Instant at, String written) {}

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    List<SourceRecord> records =
        ExportRecords.of(file.records(TeamsText.delimiter(file.head())), said, PARTICIPANTS);
    SourceRecord header = records.stream().filter(TeamsEvents::isHeader).findFirst().orElseThrow();
    TeamsEventColumns columns = TeamsEventColumns.of(header).orElseThrow();
    Predicate<SourceRecord> outside = record -> record.isBlank() || isHeader(record);
    List<SourceRecord> rows =
        records.stream()
            .filter(outside.negate())
            .map(SecretColumns.of(header.fields())::without)
            .toList();
    List<String> times = rows.stream().map(columns::time).toList();
    FileTimes moments = MeetingReader.times(file, columns.zone(file.zone()), settings, times);
    Attendance attendance = new Attendance(moments);
    records.stream().filter(outside).forEach(attendance::outside);
    events(rows, columns, moments, attendance).values().forEach(list -> spells(list, attendance));
    Optional<Instant> first = attendance.first();
    if (first.isPresent()) {
      MeetingKey key = MeetingKey.unnumbered("teams", first.get(), file.zone(), "attendance");
      attendance.into(said, key);
    } else {
      records.stream().filter(outside).forEach(said::outside);
      rows.forEach(row -> said.undated(PARTICIPANTS, row));
    }
  }

  private static boolean isHeader(SourceRecord record) {
    return TeamsEventColumns.of(record).isPresent();
  }

  /** Readable events by name or session, each in the order of time. */
  private static Map<String, List<Event>> events(
      List<SourceRecord> rows,
      TeamsEventColumns columns,
      FileTimes moments,
      Attendance attendance) {
    Map<String, List<Event>> events = new LinkedHashMap<>();
    for (SourceRecord row : rows) {
      Optional<TeamsWords.Action> action = TeamsWords.action(columns.action(row));
      Optional<Instant> at = moments.instant(columns.time(row));
      Person person = columns.person(row);
      if (!person.isKnown()) {
        attendance.bad(row, "NO_PARTICIPANT");
      } else if (action.isEmpty()) {
        attendance.bad(row, "UNKNOWN_ACTION");
      } else if (at.isEmpty()) {
        attendance.bad(row, "NOT_A_TIME");
      } else {
        events
            .computeIfAbsent(columns.session(row), any -> new ArrayList<>())
            .add(new Event(row, person, action.get(), at.get(), columns.time(row)));
      }
    }
    events.values().forEach(list -> list.sort(Comparator.comparing(Event::at)));
    return events;
  }

  private static void spells(List<Event> events, Attendance attendance) {
    Optional<Event> open = Optional.empty();
    for (Event event : events) {
      if (event.action() == TeamsWords.Action.JOINED) {
        open.ifPresent(unended -> spell(unended, Optional.empty(), attendance));
        open = Optional.of(event);
      } else if (open.isPresent()) {
        spell(open.get(), Optional.of(event.written()), attendance);
        attendance.outside(event.row());
        open = Optional.empty();
      } else {
        attendance.bad(event.row(), "LEFT_WITHOUT_JOINING");
      }
    }
    open.ifPresent(unended -> spell(unended, Optional.empty(), attendance));
  }

  private static void spell(Event joined, Optional<String> left, Attendance attendance) {
    attendance.spell(
        new Attendance.Stay(
            joined.row(),
            joined.person(),
            Optional.of(joined.written()),
            left,
            Optional.empty(),
            Optional.empty(),
            Map.of()));
  }
}
