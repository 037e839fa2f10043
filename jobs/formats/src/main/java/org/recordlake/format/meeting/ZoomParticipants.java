package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.FileTimes;

/**
 * A Zoom list of participants: one line for each time somebody joined, or, in the unique-users
 * form, one for each person with the minutes of all times together. What is said of the meeting may
 * stand above it. Where nothing is, the first joining says when the meeting was. The file is held
 * whole, bounded by {@link ExportRecords}.
 */
record ZoomParticipants(String format, ReaderSettings settings) implements MeetingReader {
  private static final Pattern OWN_NAME = Pattern.compile("participants_(\\d{9,11})\\b.*");

  @Override
  public Set<String> tables(Head head) {
    List<SourceRecord> said =
        head.records().stream().filter(record -> !record.isBlank()).limit(3).toList();
    if (said.isEmpty()) {
      return Set.of();
    }
    boolean meeting = said.size() > 1 && ZoomMeeting.isLabels(said.get(0));
    if (meeting) {
      return said.size() == 2 || ParticipantHeader.below(said.get(2)).isPresent()
          ? namesParticipants(said.get(0), said.size())
          : Set.of();
    }
    return ParticipantHeader.alone(said.get(0)).isPresent() ? Set.of(PARTICIPANTS) : Set.of();
  }

  /** A list of sums without a meeting says no time at all. */
  @Override
  public DaysFrom daysFrom(Head head) {
    boolean untimed =
        ParticipantHeader.alone(head.first()).filter(header -> !header.isTimed()).isPresent();
    return untimed ? DaysFrom.FILE_NAME : DaysFrom.ROWS;
  }

  /** A meeting nobody came to has no list; then its labels must show what list is meant. */
  private static Set<String> namesParticipants(SourceRecord labels, int lines) {
    return lines > 2 || Labels.place(labels, "participants") >= 0
        ? Set.of(MEETINGS, PARTICIPANTS)
        : Set.of();
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    ParticipantList list = ParticipantList.of(ExportRecords.of(file, said, PARTICIPANTS));
    FileTimes moments = MeetingReader.times(file, list.zone(file.zone()), settings, list.times());
    Optional<MeetingKey> key =
        list.meeting().isPresent()
            ? list.meeting().get().key(moments, file.zone())
            : list.first(moments).map(start -> key(start, file)).or(() -> named(list, file));
    list.into(said, key, moments);
  }

  /** By the name of the file, for a list that says no time. */
  private static Optional<MeetingKey> named(ParticipantList list, SourceFile file) {
    return list.header().filter(header -> !header.isTimed()).isPresent()
        ? FileMoment.of(file.name(), file.zone())
            .map(moment -> moment.key(Optional.empty(), file.zone()))
        : Optional.empty();
  }

  /**
   * A list without a meeting belongs to the one that began with its first joining. Zoom itself
   * names such a file after the meeting's number.
   */
  private static MeetingKey key(Instant start, SourceFile file) {
    Matcher number = OWN_NAME.matcher(file.name());
    return number.matches()
        ? MeetingKey.numbered(number.group(1), start, file.zone())
        : MeetingKey.unnumbered("zoom", start, file.zone(), "participants");
  }
}
