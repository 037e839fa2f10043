package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.RawRow;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;
import org.recordlake.format.time.DateEvidence;
import org.recordlake.format.time.FileTimes;

/**
 * A reader of what a meeting platform exports. No export says everything of a meeting, so each is
 * partial and they complete one another. A file is held whole while it is read, within the bound
 * its class states.
 */
interface MeetingReader extends SourceReader {
  String ANSWERS = "survey_responses";
  String CHAT = "chat_messages";
  String EVENTS = "events";
  String MEETINGS = "meetings";
  String PARTICIPANTS = "meeting_participants";
  String POLLS = "poll_responses";
  String REGISTRATIONS = "event_registrations";

  /** Why a row cannot be kept: nothing says when its meeting was. */
  String NO_MEETING_DATE = "NO_MEETING_DATE";

  /** Reads the whole export. */
  void read(SourceFile file, Said said) throws IOException;

  /**
   * How a file writes its times.
   *
   * @param written all of them
   */
  static FileTimes times(SourceFile file, ReaderSettings settings, List<String> written) {
    return times(file, file.zone(), settings, written);
  }

  /**
   * The same of a file that names its zone.
   *
   * @param zone in which times are meant that name none
   */
  static FileTimes times(
      SourceFile file, ZoneId zone, ReaderSettings settings, List<String> written) {
    DateOrder ambiguous = settings.forFile(file).ambiguousDates();
    return new FileTimes(zone, DateEvidence.order(written, ambiguous));
  }

  @Override
  default boolean partial() {
    return true;
  }

  @Override
  default Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    Said said = new Said();
    read(file, said);
    return said.rows(table, tables(file.head()));
  }
}
