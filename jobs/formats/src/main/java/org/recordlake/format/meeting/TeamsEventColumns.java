package org.recordlake.format.meeting;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.recordlake.format.SourceRecord;

/**
 * Where the events of a Teams list stand. The old list has three columns in this order; the report
 * of a live event also tells sessions and accounts, and its times in UTC.
 *
 * @param session place of what tells one stay from another
 * @param account place of the address, or -1
 * @param utc whether times are UTC
 */
record TeamsEventColumns(int session, int name, int account, int action, int time, boolean utc) {
  private static final TeamsEventColumns OLD = new TeamsEventColumns(0, 0, -1, 1, 2, false);

  /** Those below {@code record}; empty if it heads no such list. */
  static Optional<TeamsEventColumns> of(SourceRecord record) {
    return TeamsWords.headsEvents(record) ? Optional.of(OLD) : ofLiveEvent(record);
  }

  private static Optional<TeamsEventColumns> ofLiveEvent(SourceRecord record) {
    List<String> names =
        record.fields().stream().map(name -> Labels.plain(name).replace(" ", "")).toList();
    TeamsEventColumns columns =
        new TeamsEventColumns(
            names.indexOf("sessionid"),
            names.indexOf("fullname"),
            names.indexOf("participantid"),
            names.indexOf("action"),
            names.indexOf("utceventtimestamp"),
            true);
    boolean complete =
        columns.session >= 0 && columns.name >= 0 && columns.action >= 0 && columns.time >= 0;
    return complete ? Optional.of(columns) : Optional.empty();
  }

  /** Zone of the times. */
  ZoneId zone(ZoneId configured) {
    return utc ? ZoneId.of("UTC") : configured;
  }

  String session(SourceRecord row) {
    return Labels.plain(row.field(session));
  }

  String action(SourceRecord row) {
    return row.field(action);
  }

  String time(SourceRecord row) {
    return row.field(time);
  }

  /** Accounts of guests are numbers and no addresses. */
  Person person(SourceRecord row) {
    String email = Labels.given(row, account).filter(text -> text.contains("@")).orElse("");
    return Person.of(row.field(name), email);
  }
}
