package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.time.DateEvidence;
import org.recordlake.format.time.FileTimes;

/**
 * A Microsoft Teams attendance report: summary, participants and, in most, their single spells. The
 * report names no meeting number, so title and start stand for it; where a report leaves the start
 * out, or is its list alone, the first joining. The file is held whole, bounded by {@link
 * ExportRecords}.
 */
record TeamsAttendance(String format, ReaderSettings settings) implements MeetingReader {
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
    report.between().forEach(said::outside);
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
      attendance.into(said, key);
    } else {
      undated(said, report);
    }
  }

  private static void undated(Said said, TeamsReport report) {
    report.summary().stream().limit(1).forEach(line -> said.undated(MEETINGS, line));
    report.summary().stream().skip(1).forEach(said::outside);
    report.sections().stream()
        .flatMap(section -> section.rows().stream())
        .forEach(row -> said.undated(PARTICIPANTS, row));
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
        section.columns().value(row, "join").ifPresent(times::add);
        section.columns().value(row, "leave").ifPresent(times::add);
      }
    }
    DateOrder usual = report.english() ? settings.ambiguousDates() : DateOrder.DAY_FIRST;
    DateOrder ambiguous = file.dates().orElse(usual);
    return new FileTimes(file.zone(), DateEvidence.order(times, ambiguous));
  }

  private static void meeting(
      Said said, TeamsReport report, MeetingKey key, FileTimes moments, Instant start) {
    Optional<Person> host = new TeamsPeople(report).host();
    Cells row =
        key.row()
            .put("platform", "teams")
            .put("started_at", start.toString())
            .put("time_zone", moments.zone().getId())
            .put("topic", title(report))
            .put("ended_at", end(report).flatMap(moments::utc))
            .put(
                "participant_count",
                report.said(1, "attended participants", "total number of participants"))
            .put(
                "duration_minutes",
                report
                    .said(4, "meeting duration")
                    .flatMap(Lengths::of)
                    .map(length -> "" + length.toMinutes()))
            .put("host_name", host.flatMap(Person::name))
            .put("host_email", host.flatMap(Person::email));
    said.row(MEETINGS, report.summary().get(0), row);
    report.summary().stream().skip(1).forEach(said::outside);
  }
}
