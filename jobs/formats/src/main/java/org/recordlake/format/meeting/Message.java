package org.recordlake.format.meeting;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.recordlake.format.tabular.Cells;

/**
 * Something written or said in a meeting.
 *
 * @param number number within the meeting
 */
record Message(MeetingKey meeting, long line, String number, String raw) {
  /**
   * Adds its row.
   *
   * @param kind chat, question, answer or spoken
   * @param more other columns
   */
  void into(
      Said said,
      String kind,
      Person sender,
      Optional<Instant> at,
      String text,
      Map<String, String> more) {
    Cells row =
        meeting
            .row()
            .put("message_id", number)
            .put("kind", kind)
            .put("message", text)
            .put("participant_id", sender.id())
            .put("sender_name", sender.name())
            .put("sender_email", sender.email())
            .put("sent_at", at.map(Instant::toString));
    more.forEach(row::put);
    said.row(MeetingReader.CHAT, line, row, raw);
  }
}
