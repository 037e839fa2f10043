package org.recordlake.format.meeting;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
    Map<String, String> row = new HashMap<>(more);
    row.put("meeting_id", meeting.id());
    row.put("meeting_date", meeting.date());
    row.put("message_id", number);
    row.put("kind", kind);
    row.put("message", text);
    sender.id().ifPresent(id -> row.put("participant_id", id));
    sender.name().ifPresent(name -> row.put("sender_name", name));
    sender.email().ifPresent(email -> row.put("sender_email", email));
    at.ifPresent(time -> row.put("sent_at", time.toString()));
    said.row(MeetingReader.CHAT, line, row, raw);
  }
}
