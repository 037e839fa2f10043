package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.time.FileTimes;
import org.recordlake.format.words.WordFile;

/**
 * A Webex list of participants: one line for each time somebody joined, with name, start and end of
 * the meeting on every line. Newer lists name the session too; those of a breakout session repeat
 * time spent in the main one and are outside. No number is told: title and start stand for the
 * meeting. The file is held whole, bounded by {@link ExportRecords}.
 */
record WebexAttendance(String format, ReaderSettings settings) implements MeetingReader {
  private static final String MAIN_SESSION = "main session";
  private static final WordFile WORDS = WordFile.of("webex-columns");
  private static final Set<String> ROLES = Set.copyOf(WORDS.words("roles"));
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,4})?");

  /** So that a spreadsheet leaves times alone, they are written as in ="2026-03-02 09:00:00". */
  private static final Pattern FORMULA = Pattern.compile("=\\s*\"(.*)\"");

  @Override
  public Set<String> tables(Head head) {
    return !head.records().isEmpty()
            && new Columns(WORDS, head.first()).has("topic", "start", "name", "minutes")
        ? Set.of(MEETINGS, PARTICIPANTS)
        : Set.of();
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    List<SourceRecord> records = ExportRecords.of(file, said, PARTICIPANTS);
    int top = 0;
    while (records.get(top).isBlank()) {
      top++;
    }
    Columns columns = new Columns(WORDS, records.get(top));
    records.subList(0, top + 1).forEach(said::outside);
    Map<String, List<SourceRecord>> meetings = new LinkedHashMap<>();
    List<String> written = new ArrayList<>();
    for (SourceRecord record : records.subList(top + 1, records.size())) {
      if (record.isBlank() || isBreakout(columns, record)) {
        said.outside(record);
      } else {
        SourceRecord row = columns.withoutSecrets(record);
        String meeting = cell(columns, row, "topic") + "\u0001" + cell(columns, row, "start");
        meetings.computeIfAbsent(meeting, any -> new ArrayList<>()).add(row);
        Stream.of("start", "end", "join", "leave")
            .forEach(column -> cell(columns, row, column).ifPresent(written::add));
      }
    }
    FileTimes times = MeetingReader.times(file, settings, written);
    meetings.values().forEach(rows -> meeting(said, columns, rows, times));
  }

  private static boolean isBreakout(Columns columns, SourceRecord row) {
    return cell(columns, row, "session")
        .filter(session -> !Labels.plain(session).equals(MAIN_SESSION))
        .isPresent();
  }

  private static void meeting(
      Said said, Columns columns, List<SourceRecord> rows, FileTimes times) {
    SourceRecord first = rows.get(0);
    Optional<Instant> start = cell(columns, first, "start").flatMap(times::instant);
    if (start.isEmpty()) {
      rows.forEach(row -> said.undated(PARTICIPANTS, row));
      return;
    }
    Optional<String> topic = cell(columns, first, "topic");
    MeetingKey key = MeetingKey.unnumbered("webex", start.get(), times.zone(), topic.orElse(""));
    Optional<Instant> end =
        cell(columns, first, "end").flatMap(times::instant).filter(at -> !at.isBefore(start.get()));
    Cells facts =
        key.row()
            .put("platform", "webex")
            .put("time_zone", times.zone().getId())
            .put("started_at", start.get().toString())
            .put("topic", topic)
            .put("ended_at", end.map(Instant::toString))
            .put(
                "duration_minutes",
                end.map(at -> "" + Duration.between(start.get(), at).toMinutes()));
    said.row(MEETINGS, first, facts);
    Attendance attendance = new Attendance(times);
    rows.forEach(row -> person(columns, row, attendance));
    attendance.into(said, key);
  }

  private static void person(Columns columns, SourceRecord row, Attendance attendance) {
    Attendance.Stay stay =
        new Attendance.Stay(
            row,
            Person.of(
                cell(columns, row, "name").orElse(""), cell(columns, row, "email").orElse("")),
            cell(columns, row, "join"),
            cell(columns, row, "leave"),
            cell(columns, row, "minutes").flatMap(WebexAttendance::minutes),
            cell(columns, row, "role").map(Labels::plain).filter(ROLES::contains),
            Map.of());
    if (columns.isTooNarrowFor(row)) {
      attendance.bad(row, "TOO_MANY_FIELDS");
    } else if (columns.has("join")) {
      attendance.spell(stay);
    } else {
      attendance.total(stay);
    }
  }

  /** Minutes, told as {@code 23 mins}, {@code 1 hr 20 min} or a number. */
  private static Optional<String> minutes(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(text)
        : Lengths.of(text).map(Attendance::minutes);
  }

  private static Optional<String> cell(Columns columns, SourceRecord row, String column) {
    return columns
        .value(row, column)
        .map(WebexAttendance::unwrapped)
        .filter(text -> !text.isEmpty());
  }

  private static String unwrapped(String text) {
    Matcher formula = FORMULA.matcher(text);
    return formula.matches() ? formula.group(1).strip() : text;
  }
}
