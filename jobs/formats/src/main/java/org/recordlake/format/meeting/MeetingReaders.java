package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import org.recordlake.catalog.Catalog;
import org.recordlake.format.ReaderProvider;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceReader;

/** Readers of what meeting platforms export. No file is of two of their layouts. */
public final class MeetingReaders implements ReaderProvider {
  @Override
  public int rank() {
    return 100;
  }

  @Override
  public List<SourceReader> readers(ReaderSettings settings, Catalog catalog) {
    List<SourceReader> readers = new ArrayList<>();
    for (PollGeneration generation : PollGeneration.values()) {
      readers.add(new ZoomPolls(generation, settings));
    }
    readers.add(new ZoomParticipants(settings));
    readers.add(new ZoomHistory(settings));
    readers.add(new ZoomWebinar(settings));
    readers.add(new ZoomQuestions(settings));
    readers.add(new ZoomJsonParticipants());
    readers.add(new ZoomJsonPolls(settings));
    readers.add(new ZoomJsonQuestions());
    readers.add(new ZoomChat());
    readers.add(new WebVtt());
    readers.add(new TeamsAttendance(settings));
    readers.add(new TeamsEvents(settings));
    readers.add(new WebexAttendance(settings));
    return readers;
  }
}
