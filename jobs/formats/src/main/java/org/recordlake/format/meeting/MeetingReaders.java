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
    for (ZoomPolls.Generation generation : ZoomPolls.Generation.values()) {
      readers.add(new ZoomPolls(generation, settings));
    }
    readers.add(new ZoomParticipants("zoom-participants", settings));
    readers.add(new ZoomHistory("zoom-history", settings));
    readers.add(new ZoomWebinar("zoom-webinar", settings));
    readers.add(new ZoomQuestions("zoom-qa", settings));
    readers.add(new ZoomJsonParticipants("zoom-json-participants"));
    readers.add(new ZoomJsonPolls("zoom-json-polls", settings));
    readers.add(new ZoomJsonQuestions("zoom-json-qa"));
    readers.add(new ZoomChat("zoom-chat"));
    readers.add(new WebVtt("webvtt"));
    readers.add(new TeamsAttendance("teams-attendance", settings));
    readers.add(new TeamsEvents("teams-attendance-old", settings));
    readers.add(new WebexAttendance("webex-attendance", settings));
    return readers;
  }
}
