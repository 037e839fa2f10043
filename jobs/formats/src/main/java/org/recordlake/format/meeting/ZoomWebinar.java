package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.DateEvidence;
import org.recordlake.format.time.FileTimes;

/**
 * A Zoom webinar's attendee report: five stacked tables. A webinar is a meeting and an event.
 * Whoever was there is a participant with spells; whoever registered has a registration, which says
 * whether they came, so an absentee is in it and in no spell. Answers to questions asked at
 * registration are answers of a survey. The file is held whole, bounded by {@link ExportRecords}.
 */
record ZoomWebinar(ReaderSettings settings) implements MeetingReader {
  @Override
  public String format() {
    return "zoom-webinar";
  }

  @Override
  public Set<String> tables(Head head) {
    return WebinarReport.begins(head.records())
        ? Set.of(EVENTS, REGISTRATIONS, MEETINGS, PARTICIPANTS, ANSWERS)
        : Set.of();
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    WebinarReport report = WebinarReport.of(ExportRecords.of(file, said, PARTICIPANTS));
    report.between().forEach(record -> said.outside(record.line()));
    FileTimes moments =
        new FileTimes(
            file.zone(),
            DateEvidence.order(report.times(), settings.forFile(file).ambiguousDates()));
    Optional<MeetingKey> key = report.webinar().flatMap(facts -> facts.key(moments, file.zone()));
    report
        .webinar()
        .ifPresent(
            facts ->
                key.ifPresentOrElse(
                    known -> webinar(said, report, facts, known, moments),
                    () -> undated(said, MEETINGS, facts.values())));
    key.ifPresentOrElse(
        known ->
            new WebinarPeople(known, report.webinar().flatMap(ZoomMeeting::topic), moments)
                .of(report)
                .into(said),
        () ->
            report
                .people()
                .forEach(
                    section -> section.rows().forEach(row -> undated(said, PARTICIPANTS, row))));
  }

  private static void undated(Said said, String table, SourceRecord row) {
    said.broken(table, row.line(), row.csv(), NO_MEETING_DATE);
  }

  private static void webinar(
      Said said, WebinarReport report, ZoomMeeting facts, MeetingKey key, FileTimes moments) {
    SourceRecord values = facts.values();
    if (!facts.isScheduled()) {
      // What is only planned is no meeting yet.
      Map<String, String> meeting = facts.row(key, moments);
      host(report, meeting);
      said.row(MEETINGS, values.line(), meeting, values.csv());
    }
    Map<String, String> event = new HashMap<>();
    event.put("event_id", key.id());
    event.put("kind", facts.kind().filter("meeting"::equals).map(any -> "other").orElse("webinar"));
    event.put("starts_on", key.date());
    event.put("ends_on", lastDay(facts, key, moments));
    facts.topic().ifPresent(topic -> event.put("name", topic));
    said.row(EVENTS, values.line(), event, values.csv());
  }

  private static void host(WebinarReport report, Map<String, String> meeting) {
    report.people().stream()
        .filter(section -> section.kind() == WebinarReport.Kind.HOST)
        .flatMap(section -> section.rows().stream().map(section.columns()::person))
        .findFirst()
        .ifPresent(
            person -> {
              person.name().ifPresent(name -> meeting.putIfAbsent("host_name", name));
              person.email().ifPresent(email -> meeting.putIfAbsent("host_email", email));
            });
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
