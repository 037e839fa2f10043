package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SecretColumns;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.DateEvidence;
import org.recordlake.format.time.FileTimes;

/**
 * A Webex list of participants: one line for each time somebody joined, with name, start and end of
 * the meeting on every line. Newer lists name the session too; those of a breakout session repeat
 * time spent in the main one and are outside. No number is told: title and start stand for the
 * meeting. The file is held whole, bounded by {@link ExportRecords}.
 */
record WebexAttendance(ReaderSettings settings) implements MeetingReader {
  private static final String MAIN_SESSION = "main session";

  @Override
  public String format() {
    return "webex-attendance";
  }

  @Override
  public Set<String> tables(Head head) {
    return head.records().isEmpty() || WebexColumns.of(head.first()).isEmpty()
        ? Set.of()
        : Set.of(MEETINGS, PARTICIPANTS);
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    List<SourceRecord> records = ExportRecords.of(file, said, PARTICIPANTS).records();
    int top = 0;
    while (records.get(top).isBlank()) {
      top++;
    }
    WebexColumns columns = WebexColumns.of(records.get(top)).orElseThrow();
    records.subList(0, top + 1).forEach(record -> said.outside(record.line()));
    SecretColumns secret = SecretColumns.of(records.get(top).fields());
    List<SourceRecord> rows = new ArrayList<>();
    for (SourceRecord record : records.subList(top + 1, records.size())) {
      if (record.isBlank() || isBreakout(columns, record)) {
        said.outside(record.line());
      } else {
        rows.add(secret.without(record));
      }
    }
    FileTimes times =
        new FileTimes(
            file.zone(),
            DateEvidence.order(columns.times(rows), settings.forFile(file).ambiguousDates()));
    meetings(columns, rows).values().forEach(list -> meeting(said, columns, list, times));
  }

  private static boolean isBreakout(WebexColumns columns, SourceRecord row) {
    return columns
        .session(row)
        .filter(session -> !Labels.plain(session).equals(MAIN_SESSION))
        .isPresent();
  }

  private static Map<String, List<SourceRecord>> meetings(
      WebexColumns columns, List<SourceRecord> rows) {
    Map<String, List<SourceRecord>> meetings = new LinkedHashMap<>();
    rows.forEach(
        row ->
            meetings
                .computeIfAbsent(
                    columns.topic(row) + "\u0001" + columns.start(row), any -> new ArrayList<>())
                .add(row));
    return meetings;
  }

  private static void meeting(
      Said said, WebexColumns columns, List<SourceRecord> rows, FileTimes times) {
    SourceRecord first = rows.get(0);
    Optional<Instant> start = columns.start(first).flatMap(times::instant);
    if (start.isEmpty()) {
      rows.forEach(row -> said.broken(PARTICIPANTS, row.line(), row.csv(), NO_MEETING_DATE));
      return;
    }
    String topic = columns.topic(first).orElse("");
    MeetingKey key = MeetingKey.unnumbered("webex", start.get(), times.zone(), topic);
    said.row(MEETINGS, first.line(), facts(key, columns, first, start.get(), times), first.csv());
    Attendance attendance = new Attendance();
    rows.forEach(row -> person(columns, row, times, attendance));
    attendance.into(said, key, times.zone());
  }

  private static Map<String, String> facts(
      MeetingKey key, WebexColumns columns, SourceRecord row, Instant start, FileTimes times) {
    Map<String, String> facts = new HashMap<>();
    facts.put("meeting_id", key.id());
    facts.put("meeting_date", key.date());
    facts.put("platform", "webex");
    facts.put("time_zone", times.zone().getId());
    facts.put("started_at", start.toString());
    columns.topic(row).ifPresent(topic -> facts.put("topic", topic));
    columns
        .end(row)
        .flatMap(times::instant)
        .filter(end -> !end.isBefore(start))
        .ifPresent(
            end -> {
              facts.put("ended_at", end.toString());
              facts.put("duration_minutes", "" + Duration.between(start, end).toMinutes());
            });
    return facts;
  }

  private static void person(
      WebexColumns columns, SourceRecord row, FileTimes times, Attendance attendance) {
    Person person = Person.of(columns.name(row), columns.email(row));
    if (columns.isTooWide(row)) {
      attendance.bad(row, "TOO_MANY_FIELDS");
    } else if (!person.isKnown()) {
      attendance.bad(row, "NO_PARTICIPANT");
    } else if (columns.tellsJoining()) {
      attendance.spell(
          row,
          person,
          columns.join(row).map(text -> new Attendance.Time(times.instant(text))),
          columns.leave(row).map(text -> new Attendance.Time(times.instant(text))),
          columns.minutes(row),
          columns.role(row));
    } else {
      attendance.total(row, person, columns.minutes(row), columns.role(row));
    }
  }
}
