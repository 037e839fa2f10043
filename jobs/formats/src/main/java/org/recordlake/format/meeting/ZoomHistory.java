package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SecretColumns;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.FileTimes;

/**
 * Zoom's history of meetings with their participants: a line for each time somebody joined, with
 * what is said of the meeting before it. Several meetings may follow one another or be mixed. The
 * file is held whole, bounded by {@link ExportRecords}.
 */
record ZoomHistory(String format, ReaderSettings settings) implements MeetingReader {
  @Override
  public Set<String> tables(Head head) {
    return header(head.first()).isPresent() ? Set.of(MEETINGS, PARTICIPANTS) : Set.of();
  }

  private static Optional<ParticipantHeader> header(SourceRecord record) {
    return ParticipantHeader.behindMeeting(record)
        .filter(header -> ZoomMeeting.isLabels(beginning(record, header)));
  }

  /** The fields of {@code record} that tell of the meeting. */
  private static SourceRecord beginning(SourceRecord record, ParticipantHeader header) {
    int end = Math.min(header.before(), record.fields().size());
    return new SourceRecord(record.line(), record.fields().subList(0, end));
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    for (SourceRecord record : ExportRecords.of(file, said, PARTICIPANTS)) {
      if (record.isBlank()) {
        said.outside(record);
      } else {
        records.add(record);
      }
    }
    SourceRecord labels = records.get(0);
    said.outside(labels);
    SecretColumns secret = SecretColumns.of(labels.fields());
    List<SourceRecord> rows =
        records.subList(1, records.size()).stream().map(secret::without).toList();
    List<ParticipantList> lists = lists(labels, header(labels).orElseThrow(), rows);
    List<String> times = lists.stream().flatMap(list -> list.times().stream()).toList();
    ZoneId zone =
        lists.stream().map(list -> list.zone(file.zone())).findFirst().orElse(file.zone());
    FileTimes moments = MeetingReader.times(file, zone, settings, times);
    for (ParticipantList list : lists) {
      list.into(said, list.meeting().flatMap(facts -> facts.key(moments, file.zone())), moments);
    }
  }

  /** One list for each meeting. */
  private static List<ParticipantList> lists(
      SourceRecord labels, ParticipantHeader header, List<SourceRecord> rows) {
    Map<String, List<SourceRecord>> meetings = new LinkedHashMap<>();
    for (SourceRecord row : rows) {
      meetings.computeIfAbsent(beginning(row, header).csv(), any -> new ArrayList<>()).add(row);
    }
    SourceRecord names = beginning(labels, header);
    return meetings.values().stream()
        .map(
            list ->
                new ParticipantList(
                    Optional.of(new ZoomMeeting(names, beginning(list.get(0), header))),
                    Optional.of(header),
                    list,
                    List.of()))
        .toList();
  }
}
