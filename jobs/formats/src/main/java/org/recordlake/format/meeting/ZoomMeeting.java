package org.recordlake.format.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.FileTimes;

/**
 * What the first lines of a Zoom report say of its meeting: a line of labels and one of values.
 *
 * @param labels names of the values
 */
record ZoomMeeting(SourceRecord labels, SourceRecord values) {
  private static final String SCHEDULED = "scheduled";

  ZoomMeeting {
    labels = ZoomWords.ofMeeting(labels);
  }

  /** Whether {@code record} names what is said of a meeting, in any language. */
  static boolean isLabels(SourceRecord record) {
    SourceRecord english = ZoomWords.ofMeeting(record);
    return Labels.place(english, "topic", "meeting topic", "webinar topic") >= 0
        && startPlace(english) >= 0;
  }

  private static int startPlace(SourceRecord record) {
    return Stream.of("actual start time", "start time", SCHEDULED)
        .map(name -> Labels.placeBeginning(record, name))
        .filter(place -> place >= 0)
        .findFirst()
        .orElse(-1);
  }

  /** Whether the report says when the meeting was to begin, and not when it did. */
  boolean isScheduled() {
    return Labels.plain(labels.field(startPlace(labels))).startsWith(SCHEDULED);
  }

  /** The start as written. */
  Optional<String> start() {
    return Labels.given(values, startPlace(labels));
  }

  Optional<Duration> duration() {
    int place = Labels.placeBeginning(labels, "actual duration");
    return Labels.given(values, place >= 0 ? place : Labels.placeBeginning(labels, "duration"))
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofMinutes(Long.parseLong(text)));
  }

  Optional<String> hostEmail() {
    return value("host email", "user email");
  }

  Optional<String> topic() {
    return value("topic", "meeting topic", "webinar topic");
  }

  private Optional<String> value(String... names) {
    return Labels.given(values, Labels.place(labels, names));
  }

  /** The occurrence; empty if nothing says when it began. */
  Optional<MeetingKey> key(FileTimes moments, java.time.ZoneId configured) {
    Optional<String> number =
        value("meeting id", "webinar id", "meeting/webinar id", "id", "meetingid")
            .filter(MeetingKey::isNumber);
    return start()
        .flatMap(moments::instant)
        .map(
            start ->
                number
                    .map(text -> MeetingKey.numbered(text, start, configured))
                    .orElseGet(
                        () ->
                            MeetingKey.unnumbered("zoom", start, configured, topic().orElse(""))));
  }

  /** Whether it is a meeting or a webinar, if the labels say so. */
  Optional<String> kind() {
    if (Labels.place(labels, "webinar id", "webinar topic") >= 0) {
      return Optional.of("webinar");
    }
    return Labels.place(labels, "meeting id") >= 0 ? Optional.of("meeting") : Optional.empty();
  }

  /** Its row of {@code meetings}. */
  Map<String, String> row(MeetingKey key, FileTimes moments) {
    Map<String, String> row = new HashMap<>();
    row.put("meeting_id", key.id());
    row.put("meeting_date", key.date());
    row.put("platform", "zoom");
    row.put("time_zone", moments.zone().getId());
    topic().ifPresent(text -> row.put("topic", text));
    kind().ifPresent(text -> row.put("kind", text));
    value("host", "host name", "user name").ifPresent(text -> row.put("host_name", text));
    hostEmail().ifPresent(text -> row.put("host_email", text));
    Optional<Instant> start = start().flatMap(moments::instant);
    start.ifPresent(at -> row.put("started_at", at.toString()));
    duration().ifPresent(length -> row.put("duration_minutes", "" + length.toMinutes()));
    value("end time").flatMap(moments::utc).ifPresent(at -> row.put("ended_at", at));
    value("participants", "unique viewers", "total users")
        .filter(count -> count.matches("\\d{1,9}"))
        .ifPresent(count -> row.put("participant_count", count));
    return row;
  }
}
