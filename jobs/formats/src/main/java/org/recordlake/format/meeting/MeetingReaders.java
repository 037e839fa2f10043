package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import org.recordlake.format.SourceReader;

/** Every reader of what meeting platforms export. No file is of two of their layouts. */
public final class MeetingReaders {
  private MeetingReaders() {}

  public static List<SourceReader> all(MeetingSettings settings) {
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
    return List.copyOf(readers);
  }
}
