package org.recordlake.format.meeting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recordlake.format.SourceRecord;

/**
 * The columns of a Webex list of participants, by name. So that a spreadsheet leaves times alone,
 * they are written as a formula, {@code ="2026-03-02 09:00:00"}.
 */
record WebexColumns(Names names) {
  private static final Pattern FORMULA = Pattern.compile("=\\s*\"(.*)\"");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,4})?");
  private static final Set<String> ROLES = Set.of("host", "presenter", "panelist", "attendee");

  /** The columns below {@code header}; empty if it heads no such list. */
  static Optional<WebexColumns> of(SourceRecord header) {
    WebexColumns columns = new WebexColumns(new Names(header));
    boolean fits =
        columns.topicPlace() >= 0
            && columns.startPlace() >= 0
            && columns.namePlace() >= 0
            && columns.minutesPlace() >= 0;
    return fits ? Optional.of(columns) : Optional.empty();
  }

  private int topicPlace() {
    return names.place("meeting name", "meeting title", "event name");
  }

  private int startPlace() {
    return names.place("meeting start time", "meeting start", "event start time");
  }

  private int namePlace() {
    return names.place("display name", "name", "attendee name");
  }

  private int minutesPlace() {
    return names.beginning("attendance duration");
  }

  private int joinPlace() {
    return names.beginning("join time");
  }

  boolean tellsJoining() {
    return joinPlace() >= 0;
  }

  boolean isTooWide(SourceRecord row) {
    return Labels.width(row) > names.width();
  }

  /** Every time the rows name, for the order of their days and months. */
  List<String> times(List<SourceRecord> rows) {
    return rows.stream()
        .flatMap(row -> Stream.of(start(row), end(row), join(row), leave(row)))
        .flatMap(Optional::stream)
        .toList();
  }

  Optional<String> topic(SourceRecord row) {
    return cell(row, topicPlace());
  }

  Optional<String> session(SourceRecord row) {
    return cell(row, names.place("session name"));
  }

  Optional<String> start(SourceRecord row) {
    return cell(row, startPlace());
  }

  Optional<String> end(SourceRecord row) {
    return cell(row, names.place("meeting end time", "meeting end", "event end time"));
  }

  Optional<String> join(SourceRecord row) {
    return cell(row, joinPlace());
  }

  Optional<String> leave(SourceRecord row) {
    return cell(row, names.beginning("leave time"));
  }

  String name(SourceRecord row) {
    return cell(row, namePlace()).orElse("");
  }

  String email(SourceRecord row) {
    return cell(row, names.place("attendee email", "email", "email address")).orElse("");
  }

  Optional<String> role(SourceRecord row) {
    return cell(row, names.place("role")).map(Labels::plain).filter(ROLES::contains);
  }

  /** Minutes, told as {@code 23 mins}, {@code 1 hr 20 min} or a number. */
  Optional<String> minutes(SourceRecord row) {
    return cell(row, minutesPlace())
        .flatMap(
            text ->
                NUMBER.matcher(text).matches()
                    ? Optional.of(text)
                    : Lengths.of(text).map(Attendance::minutes));
  }

  private static Optional<String> cell(SourceRecord row, int place) {
    return Labels.given(row, place).map(WebexColumns::unwrapped).filter(text -> !text.isEmpty());
  }

  private static String unwrapped(String text) {
    Matcher formula = FORMULA.matcher(text);
    return formula.matches() ? formula.group(1).strip() : text;
  }
}
