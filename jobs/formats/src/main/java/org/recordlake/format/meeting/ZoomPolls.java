package org.recordlake.format.meeting;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;

/**
 * A Zoom poll report of one generation. The file is held whole, bounded by {@link ExportRecords}.
 */
record ZoomPolls(Generation generation, ReaderSettings settings) implements MeetingReader {
  /** The layouts Zoom has given its poll report over the years; all are in circulation. */
  enum Generation {
    /** 2020: answers at once, nothing of the meeting. */
    A,
    /** December 2020: the meeting, then one table of question and answer pairs. */
    B,
    /** September 2021: the meeting, then a table for each poll with its questions as columns. */
    C,
    /** About 2025: an overview, a list of the polls, then a titled table for each. */
    D,
    /** 2026: the meeting, then one line for each answer. */
    E
  }

  @Override
  public String format() {
    return "zoom-polls-" + generation.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<String> tables(Head head) {
    if (!generation(head).equals(Optional.of(generation))) {
      return Set.of();
    }
    return generation == Generation.A ? Set.of(POLLS) : Set.of(MEETINGS, POLLS);
  }

  /** The layout of a file with this beginning; empty if it is no poll report. */
  private static Optional<Generation> generation(Head head) {
    List<SourceRecord> records = head.records();
    Optional<PollHeader> header =
        records.stream().flatMap(record -> PollHeader.of(record).stream()).findFirst();
    boolean meeting = records.stream().anyMatch(ZoomMeeting::isLabels);
    if (meeting && records.stream().anyMatch(ZoomPolls::isListOfPolls)) {
      return Optional.of(Generation.D);
    } else if (!meeting) {
      return header.flatMap(any -> PollHeader.of(head.first())).map(any -> Generation.A);
    }
    return header.map(
        found ->
            switch (found.shape()) {
              case PAIRS -> Generation.B;
              case WIDE -> Generation.C;
              case LONG -> Generation.E;
            });
  }

  private static boolean isListOfPolls(SourceRecord record) {
    return record.field(0).equals("#") && Labels.place(record, "poll name") == 1;
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    PollReport.of(ExportRecords.of(file, said, POLLS))
        .into(said, settings.forFile(file), file.zone());
  }
}
