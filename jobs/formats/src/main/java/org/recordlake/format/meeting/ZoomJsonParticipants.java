package org.recordlake.format.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;

/**
 * {@code /report/meetings/{id}/participants} of Zoom's REST interface. The answer itself says
 * nothing of the meeting, so its first joining stands for it, unless what the interface says of the
 * meeting was saved beside the list.
 */
record ZoomJsonParticipants() implements MeetingReader {
  @Override
  public String format() {
    return "zoom-json-participants";
  }

  @Override
  public Set<String> tables(Head head) {
    Set<String> names = ZoomJson.names(head);
    return isPeople(names, "participants/") || isPeople(names, "")
        ? Set.of(MEETINGS, PARTICIPANTS)
        : Set.of();
  }

  /** A list of people stands under its name on a page, or alone. */
  private static boolean isPeople(Set<String> names, String above) {
    return names.contains(above + "join_time")
        && (names.contains(above + "name") || names.contains(above + "user_email"));
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    for (ZoomJson json : ZoomJson.of(file, "participants")) {
      read(json, file.zone(), said);
    }
  }

  private static void read(ZoomJson json, ZoneId zone, Said said) {
    Attendance attendance = new Attendance();
    List<JsonNode> people = json.all("participants");
    for (int i = 0; i < people.size(); i++) {
      add(people.get(i), json.first() + i, attendance);
    }
    Optional<MeetingKey> key = json.key(attendance.first(), zone);
    key.ifPresent(known -> json.meeting(said, known));
    key.ifPresentOrElse(
        known -> attendance.into(said, known, ZoomJson.TIMES.zone()),
        () -> {
          for (int i = 0; i < people.size(); i++) {
            said.broken(PARTICIPANTS, json.first() + i, people.get(i).toString(), NO_MEETING_DATE);
          }
        });
  }

  private static void add(JsonNode one, int place, Attendance attendance) {
    SourceRecord row = new SourceRecord(place, List.of(one.toString()));
    Person person =
        Person.of(
            ZoomJson.text(one, "name", "user_name").orElse(""),
            ZoomJson.text(one, "user_email", "email").orElse(""));
    if (!person.isKnown()) {
      attendance.bad(row, "NO_PARTICIPANT");
    } else if (ZoomJson.text(one, "status").equals(Optional.of("in_waiting_room"))) {
      attendance.outside(row);
    } else {
      attendance.spell(
          row,
          person,
          time(one, "join_time"),
          time(one, "leave_time"),
          ZoomJson.text(one, "duration").map(ZoomJson::minutes),
          Optional.empty());
    }
  }

  private static Optional<Attendance.Time> time(JsonNode one, String name) {
    return ZoomJson.text(one, name).map(text -> new Attendance.Time(ZoomJson.TIMES.instant(text)));
  }
}
