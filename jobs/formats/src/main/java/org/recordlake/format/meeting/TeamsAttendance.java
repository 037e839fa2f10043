package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.DateEvidence;
import org.recordlake.format.time.FileTimes;

/**
 * A Microsoft Teams attendance report: summary, participants and, in most, their single spells. The
 * report names no meeting number, so title and start stand for it; where a report leaves the start
 * out, or is its list alone, the first joining. The file is held whole, bounded by {@link
 * ExportRecords}.
 */
record TeamsAttendance(ReaderSettings settings) implements MeetingReader {
  @Override
  public String format() {
    return "teams-attendance";
  }

  @Override
  public Set<String> tables(Head head) {
    List<SourceRecord> records = head.records(TeamsText.delimiter(head));
    if (!TeamsReport.begins(records)) {
      return Set.of();
    }
    boolean alone =
        records.stream()
            .filter(record -> !record.isBlank())
            .findFirst()
            .flatMap(TeamsColumns::alone)
            .isPresent();
    return alone ? Set.of(PARTICIPANTS) : Set.of(MEETINGS, PARTICIPANTS);
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    TeamsReport report =
        TeamsReport.of(
            ExportRecords.of(file.records(TeamsText.delimiter(file.head())), said, PARTICIPANTS));
    report.between().forEach(record -> said.outside(record.line()));
    FileTimes moments = moments(report, file);
    Optional<Instant> start = start(report).flatMap(moments::instant);
    Attendance attendance = new TeamsPeople(report).attendance(moments);
    Optional<Instant> from = start.or(attendance::first);
    if (from.isPresent()) {
      MeetingKey key =
          MeetingKey.unnumbered("teams", from.get(), file.zone(), title(report).orElse(""));
      if (!report.summary().isEmpty()) {
        meeting(said, report, key, moments, from.get());
      }
      attendance.into(said, key, moments.zone());
    } else {
      undated(said, report);
    }
  }

  private static void undated(Said said, TeamsReport report) {
    report.summary().stream()
        .findFirst()
        .ifPresent(line -> said.broken(MEETINGS, line.line(), line.csv(), NO_MEETING_DATE));
    report.summary().stream().skip(1).forEach(line -> said.outside(line.line()));
    report.sections().stream()
        .flatMap(section -> section.rows().stream())
        .forEach(row -> said.broken(PARTICIPANTS, row.line(), row.csv(), NO_MEETING_DATE));
  }

  private static Optional<String> title(TeamsReport report) {
    return report.said(0, "meeting title");
  }

  private static Optional<String> start(TeamsReport report) {
    return report.time(0, "start time", "meeting start time");
  }

  private static Optional<String> end(TeamsReport report) {
    return report.time(1, "end time", "meeting end time");
  }

  /** Only American English puts the month first, so in other languages ambiguous dates do not. */
  private FileTimes moments(TeamsReport report, SourceFile file) {
    List<String> times = new ArrayList<>();
    Stream.of(start(report), end(report)).flatMap(Optional::stream).forEach(times::add);
    for (TeamsReport.Section section : report.sections()) {
      for (SourceRecord row : section.rows()) {
        section.columns().join(row).ifPresent(times::add);
        section.columns().leave(row).ifPresent(times::add);
      }
    }
    DateOrder usual = report.english() ? settings.ambiguousDates() : DateOrder.DAY_FIRST;
    DateOrder ambiguous = file.dates().orElse(usual);
    return new FileTimes(file.zone(), DateEvidence.order(times, ambiguous));
  }

  private static void meeting(
      Said said, TeamsReport report, MeetingKey key, FileTimes moments, Instant start) {
    Map<String, String> row = new HashMap<>();
    row.put("meeting_id", key.id());
    row.put("meeting_date", key.date());
    row.put("platform", "teams");
    row.put("started_at", start.toString());
    row.put("time_zone", moments.zone().getId());
    title(report).ifPresent(title -> row.put("topic", title));
    end(report).flatMap(moments::utc).ifPresent(at -> row.put("ended_at", at));
    report
        .said(1, "attended participants", "total number of participants")
        .ifPresent(count -> row.put("participant_count", count));
    report
        .said(4, "meeting duration")
        .flatMap(Lengths::of)
        .ifPresent(length -> row.put("duration_minutes", "" + length.toMinutes()));
    new TeamsPeople(report)
        .host()
        .ifPresent(
            host -> {
              host.name().ifPresent(name -> row.put("host_name", name));
              host.email().ifPresent(email -> row.put("host_email", email));
            });
    SourceRecord line = report.summary().get(0);
    said.row(MEETINGS, line.line(), row, line.csv());
    report.summary().stream().skip(1).forEach(other -> said.outside(other.line()));
  }
}
