package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.format.SecretColumns;
import org.recordlake.format.SourceRecord;
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

  static ParticipantList of(List<SourceRecord> records) {
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
                  columns.columns().value(row, "join").ifPresent(times::add);
                  columns.columns().value(row, "leave").ifPresent(times::add);
                }));
    return times;
  }

  /** The first joining that can be read. */
  Optional<Instant> first(FileTimes moments) {
    return header.flatMap(
        columns ->
            rows.stream()
                .map(row -> columns.columns().value(row, "join").flatMap(moments::instant))
                .flatMap(Optional::stream)
                .min(Instant::compareTo));
  }

  /** Adds everything the list says. */
  void into(Said said, Optional<MeetingKey> key, FileTimes moments) {
    between.forEach(said::outside);
    Optional<String> host = meeting.flatMap(ZoomMeeting::hostEmail);
    Optional<Person> named =
        host.flatMap(email -> header.flatMap(columns -> columns.nameOf(email, rows)))
            .map(name -> new Person(Optional.empty(), Optional.of(name), Optional.empty()));
    meeting.ifPresent(facts -> facts.into(said, key, moments, named));
    Attendance attendance = new Attendance(moments);
    header.ifPresent(columns -> rows.forEach(row -> columns.read(row, host, attendance)));
    key.ifPresentOrElse(
        known -> attendance.into(said, known),
        () -> rows.forEach(row -> said.undated(MeetingReader.PARTICIPANTS, row)));
  }
}
