package org.recordlake.format.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.tabular.JsonText;

/**
 * {@code /report/meetings/{id}/participants} of Zoom's REST interface. The answer itself says
 * nothing of the meeting, so its first joining stands for it, unless what the interface says of the
 * meeting was saved beside the list.
 */
record ZoomJsonParticipants(String format) implements ZoomJsonReader {
  @Override
  public String list() {
    return "participants";
  }

  @Override
  public String table() {
    return PARTICIPANTS;
  }

  @Override
  public boolean fits(Set<String> names, String above) {
    return names.contains(above + "join_time")
        && (names.contains(above + "name") || names.contains(above + "user_email"));
  }

  @Override
  public void read(ZoomJson json, ZoneId zone, Said said) {
    Attendance attendance = new Attendance(ZoomJson.TIMES);
    List<SourceRecord> rows = new ArrayList<>();
    for (JsonNode person : json.all("participants")) {
      SourceRecord row = new SourceRecord(json.first() + rows.size(), List.of(person.toString()));
      rows.add(row);
      add(person, row, attendance);
    }
    Optional<MeetingKey> key = json.key(attendance.first(), zone);
    key.ifPresent(known -> json.meeting(said, known));
    key.ifPresentOrElse(
        known -> attendance.into(said, known),
        () ->
            rows.forEach(
                row -> said.broken(PARTICIPANTS, row.line(), row.field(0), NO_MEETING_DATE)));
  }

  private static void add(JsonNode one, SourceRecord row, Attendance attendance) {
    Attendance.Stay stay =
        new Attendance.Stay(
            row,
            Person.of(
                JsonText.text(one, "name", "user_name").orElse(""),
                JsonText.text(one, "user_email", "email").orElse("")),
            JsonText.text(one, "join_time"),
            JsonText.text(one, "leave_time"),
            JsonText.text(one, "duration").map(ZoomJson::minutes),
            Optional.empty(),
            Map.of());
    boolean waiting = JsonText.text(one, "status").equals(Optional.of("in_waiting_room"));
    if (stay.person().isKnown() && waiting) {
      attendance.outside(row);
    } else {
      attendance.spell(stay);
    }
  }
}
