package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.SecretColumns;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.DateEvidence;
import org.recordlake.format.time.FileTimes;

/**
 * A Zoom list of participants taken apart.
 *
 * @param meeting what stands above the list, if anything
 * @param header the list's header
 * @param rows the list
 * @param between lines of neither
 */
record ParticipantList(
    Optional<ZoomMeeting> meeting,
    Optional<ParticipantHeader> header,
    List<SourceRecord> rows,
    List<SourceRecord> between) {

  static ParticipantList of(ExportRecords sheet) {
    List<SourceRecord> records = sheet.records();
    Optional<ZoomMeeting> meeting = Optional.empty();
    List<SourceRecord> between = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      SourceRecord record = records.get(i);
      boolean labels = meeting.isEmpty() && ZoomMeeting.isLabels(record);
      Optional<ParticipantHeader> header =
          labels ? Optional.empty() : ParticipantHeader.below(record);
      between.add(record);
      if (header.isPresent()) {
        List<SourceRecord> rest = records.subList(i + 1, records.size());
        rest.stream().filter(SourceRecord::isBlank).forEach(between::add);
        SecretColumns secret = SecretColumns.of(record.fields());
        List<SourceRecord> rows =
            rest.stream().filter(row -> !row.isBlank()).map(secret::without).toList();
        return new ParticipantList(meeting, header, rows, between);
      } else if (labels && i + 1 < records.size()) {
        i++;
        meeting = Optional.of(new ZoomMeeting(record, records.get(i)));
      }
    }
    return new ParticipantList(meeting, Optional.empty(), List.of(), between);
  }

  /** How the list writes its times. */
  FileTimes moments(DateOrder ambiguous, ZoneId configured) {
    return new FileTimes(zone(configured), DateEvidence.order(times(), ambiguous));
  }

  /** The zone its header names. */
  ZoneId zone(ZoneId configured) {
    return header.flatMap(ParticipantHeader::zone).orElse(configured);
  }

  /** Everything in it that may be a time. */
  List<String> times() {
    List<String> times = new ArrayList<>();
    meeting.ifPresent(facts -> times.addAll(facts.values().fields()));
    header.ifPresent(
        columns ->
            rows.forEach(
                row -> {
                  columns.join(row).ifPresent(times::add);
                  columns.leave(row).ifPresent(times::add);
                }));
    return times;
  }

  /** The first joining that can be read. */
  Optional<Instant> first(FileTimes moments) {
    return header.flatMap(
        columns ->
            rows.stream()
                .map(row -> columns.join(row).flatMap(moments::instant))
                .flatMap(Optional::stream)
                .min(Instant::compareTo));
  }

  /** Adds everything the list says. */
  void into(Said said, Optional<MeetingKey> key, FileTimes moments) {
    between.forEach(record -> said.outside(record.line()));
    meeting.ifPresent(facts -> meeting(said, facts, key, moments));
    Attendance attendance = new Attendance();
    Optional<String> host = meeting.flatMap(ZoomMeeting::hostEmail);
    header.ifPresent(columns -> rows.forEach(row -> columns.read(row, moments, host, attendance)));
    key.ifPresentOrElse(
        known -> attendance.into(said, known, moments.zone()),
        () ->
            rows.forEach(
                row ->
                    said.broken(
                        MeetingReader.PARTICIPANTS,
                        row.line(),
                        row.csv(),
                        MeetingReader.NO_MEETING_DATE)));
  }

  private void meeting(Said said, ZoomMeeting facts, Optional<MeetingKey> key, FileTimes moments) {
    SourceRecord values = facts.values();
    if (key.isEmpty()) {
      said.broken(
          MeetingReader.MEETINGS, values.line(), values.csv(), MeetingReader.NO_MEETING_DATE);
      return;
    }
    Map<String, String> row = facts.row(key.get(), moments);
    facts
        .hostEmail()
        .flatMap(email -> header.flatMap(columns -> columns.nameOf(email, rows)))
        .ifPresent(name -> row.putIfAbsent("host_name", name));
    said.row(MeetingReader.MEETINGS, values.line(), row, values.csv());
  }
}
