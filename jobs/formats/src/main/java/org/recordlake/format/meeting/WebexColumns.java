package org.recordlake.format.meeting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/**
 * The columns of a Webex list of participants, by name. So that a spreadsheet leaves times alone,
 * they are written as a formula, {@code ="2026-03-02 09:00:00"}.
 */
record WebexColumns(Names names) {
  private static final Pattern FORMULA = Pattern.compile("=\\s*\"(.*)\"");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,4})?");
  private static final WordFile COLUMNS = WordFile.of("webex-columns");
  private static final Set<String> ROLES = Set.copyOf(COLUMNS.words("roles"));

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

  private int place(String column) {
    return names.place(COLUMNS.words(column));
  }

  private int topicPlace() {
    return place("topic");
  }

  private int startPlace() {
    return place("start");
  }

  private int namePlace() {
    return place("name");
  }

  private int minutesPlace() {
    return names.beginning(COLUMNS.text("minutes"));
  }

  private int joinPlace() {
    return names.beginning(COLUMNS.text("join"));
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
    return cell(row, place("session"));
  }

  Optional<String> start(SourceRecord row) {
    return cell(row, startPlace());
  }

  Optional<String> end(SourceRecord row) {
    return cell(row, place("end"));
  }

  Optional<String> join(SourceRecord row) {
    return cell(row, joinPlace());
  }

  Optional<String> leave(SourceRecord row) {
    return cell(row, names.beginning(COLUMNS.text("leave")));
  }

  String name(SourceRecord row) {
    return cell(row, namePlace()).orElse("");
  }

  String email(SourceRecord row) {
    return cell(row, place("email")).orElse("");
  }

  Optional<String> role(SourceRecord row) {
    return cell(row, place("role")).map(Labels::plain).filter(ROLES::contains);
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
