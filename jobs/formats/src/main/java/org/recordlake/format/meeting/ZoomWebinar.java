package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.time.FileTimes;

/**
 * A Zoom webinar's attendee report: five stacked tables. A webinar is a meeting and an event.
 * Whoever was there is a participant with spells; whoever registered has a registration, which says
 * whether they came, so an absentee is in it and in no spell. Answers to questions asked at
 * registration are answers of a survey. The file is held whole, bounded by {@link ExportRecords}.
 */
record ZoomWebinar(String format, ReaderSettings settings) implements MeetingReader {
  @Override
  public Set<String> tables(Head head) {
    return WebinarReport.begins(head.records())
        ? Set.of(EVENTS, REGISTRATIONS, MEETINGS, PARTICIPANTS, ANSWERS)
        : Set.of();
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    WebinarReport report = WebinarReport.of(ExportRecords.of(file, said, PARTICIPANTS));
    report.between().forEach(said::outside);
    FileTimes moments = MeetingReader.times(file, settings, report.times());
    Optional<MeetingKey> key = report.webinar().flatMap(facts -> facts.key(moments, file.zone()));
    report.webinar().ifPresent(facts -> webinar(said, report, facts, key, moments));
    key.ifPresentOrElse(
        known ->
            new WebinarPeople(known, report.webinar().flatMap(ZoomMeeting::topic), moments)
                .of(report)
                .into(said),
        () ->
            report.people().stream()
                .flatMap(section -> section.rows().stream())
                .forEach(row -> said.undated(PARTICIPANTS, row)));
  }

  private static void webinar(
      Said said,
      WebinarReport report,
      ZoomMeeting facts,
      Optional<MeetingKey> key,
      FileTimes moments) {
    if (key.isEmpty() || !facts.isScheduled()) {
      // What is only planned is no meeting yet.
      facts.into(said, key, moments, host(report));
    }
    key.ifPresent(known -> said.row(EVENTS, facts.values(), event(facts, known, moments)));
  }

  private static Cells event(ZoomMeeting facts, MeetingKey key, FileTimes moments) {
    boolean meeting = facts.kind().equals(Optional.of("meeting"));
    return new Cells()
        .put("event_id", key.id())
        .put("kind", meeting ? "other" : "webinar")
        .put("starts_on", key.date())
        .put("ends_on", lastDay(facts, key, moments))
        .put("name", facts.topic());
  }

  private static Optional<Person> host(WebinarReport report) {
    return report.people().stream()
        .filter(section -> section.kind() == WebinarReport.Kind.HOST)
        .flatMap(section -> section.rows().stream().map(section.columns()::person))
        .findFirst();
  }

  private static String lastDay(ZoomMeeting facts, MeetingKey key, FileTimes moments) {
    Optional<Instant> start = facts.start().flatMap(moments::instant);
    ZoneId zone = moments.zone();
    return start
        .flatMap(from -> facts.duration().map(from::plus))
        .map(end -> LocalDate.ofInstant(end, zone).toString())
        .orElse(key.date());
  }
}
