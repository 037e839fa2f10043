package org.recordlake.format.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.SourceRecord;

/** The layouts Zoom has given its poll report over the years; all are in circulation. */
enum PollGeneration {
  /** 2020: answers at once, nothing of the meeting. */
  A(Set.of(MeetingReader.POLLS)),
  /** December 2020: the meeting, then one table of question and answer pairs. */
  B(Set.of(MeetingReader.MEETINGS, MeetingReader.POLLS)),
  /** September 2021: the meeting, then a table for each poll with its questions as columns. */
  C(Set.of(MeetingReader.MEETINGS, MeetingReader.POLLS)),
  /** About 2025: an overview, a list of the polls, then a titled table for each. */
  D(Set.of(MeetingReader.MEETINGS, MeetingReader.POLLS)),
  /** 2026: the meeting, then one line for each answer. */
  E(Set.of(MeetingReader.MEETINGS, MeetingReader.POLLS));

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> tables;

  PollGeneration(Set<String> tables) {
    this.tables = tables;
  }

  /** Tables a report of this layout speaks of. */
  Set<String> tables() {
    return tables;
  }

  String format() {
    return "zoom-polls-" + name().toLowerCase(Locale.ROOT);
  }

  /** The layout of a file with this beginning; empty if it is no poll report. */
  static Optional<PollGeneration> of(Head head) {
    List<SourceRecord> records = head.records();
    Optional<PollHeader.Shape> shape =
        records.stream()
            .map(PollHeader::of)
            .flatMap(Optional::stream)
            .map(PollHeader::shape)
            .findFirst();
    boolean meeting = records.stream().anyMatch(ZoomMeeting::isLabels);
    boolean launched = records.stream().anyMatch(PollGeneration::isListOfPolls);
    if (meeting && launched) {
      return Optional.of(D);
    } else if (shape.isEmpty()) {
      return Optional.empty();
    } else if (!meeting) {
      return PollHeader.of(head.first()).map(header -> A);
    }
    return Optional.of(
        switch (shape.get()) {
          case PAIRS -> B;
          case WIDE -> C;
          case LONG -> E;
        });
  }

  private static boolean isListOfPolls(SourceRecord record) {
    return record.field(0).equals("#") && Labels.place(record, "poll name") == 1;
  }
}
