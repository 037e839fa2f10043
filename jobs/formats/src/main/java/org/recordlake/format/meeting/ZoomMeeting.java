package org.recordlake.format.meeting;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.time.FileTimes;
import org.recordlake.format.words.WordFile;

/**
 * What the first lines of a Zoom report say of its meeting: a line of labels and one of values.
 *
 * @param labels names of the values
 */
record ZoomMeeting(SourceRecord labels, SourceRecord values) {
  private static final WordFile WORDS = WordFile.of("meeting-labels");

  /** Whether {@code record} names what is said of a meeting, in any language. */
  static boolean isLabels(SourceRecord record) {
    return columns(record).has("topic", "start");
  }

  private static Columns columns(SourceRecord labels) {
    return new Columns(WORDS, ZoomWords.ofMeeting(labels));
  }

  private Optional<String> value(String column) {
    return columns(labels).value(values, column);
  }

  /** Whether the report says when the meeting was to begin, and not when it did. */
  boolean isScheduled() {
    Columns columns = columns(labels);
    return columns.plain(columns.place("start")).startsWith("scheduled");
  }

  /** The start as written. */
  Optional<String> start() {
    return value("start");
  }

  Optional<Duration> duration() {
    return value("duration")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofMinutes(Long.parseLong(text)));
  }

  Optional<String> hostEmail() {
    return value("host email");
  }

  Optional<String> topic() {
    return value("topic");
  }

  /** The occurrence; empty if nothing says when it began. */
  Optional<MeetingKey> key(FileTimes moments, ZoneId configured) {
    Optional<String> number = value("number").filter(MeetingKey::isNumber);
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
    return Stream.of("webinar", "meeting").filter(columns(labels)::has).findFirst();
  }

  /** Adds its row of {@code meetings}, or says that nothing tells when it was. */
  void into(Said said, Optional<MeetingKey> key, FileTimes moments) {
    into(said, key, moments, Optional.empty());
  }

  /**
   * The same.
   *
   * @param host who it was where the labels do not say
   */
  void into(Said said, Optional<MeetingKey> key, FileTimes moments, Optional<Person> host) {
    if (key.isEmpty()) {
      said.undated(MeetingReader.MEETINGS, values);
      return;
    }
    Cells row =
        key.get()
            .row()
            .put("platform", "zoom")
            .put("time_zone", moments.zone().getId())
            .put("topic", topic())
            .put("kind", kind())
            .put("host_name", value("host name").or(() -> host.flatMap(Person::name)))
            .put("host_email", hostEmail().or(() -> host.flatMap(Person::email)))
            .put("started_at", start().flatMap(moments::utc))
            .put("duration_minutes", duration().map(length -> "" + length.toMinutes()))
            .put("ended_at", value("end").flatMap(moments::utc))
            .put("participant_count", value("people").filter(count -> count.matches("\\d{1,9}")));
    said.row(MeetingReader.MEETINGS, values, row);
  }
}
