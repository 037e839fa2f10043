package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.format.SourceRecord;

/**
 * A Teams attendance report taken apart. Its sections are numbered 1 to 3, whatever the language;
 * reports of 2021 have their summary and their list without numbers.
 *
 * @param language label of the first section
 * @param summary label and value of each line of it
 * @param participants section 2: one line for each person
 * @param activities section 3: one line for each spell
 * @param between lines of no section
 */
record TeamsReport(
    String language,
    List<SourceRecord> summary,
    Optional<Section> participants,
    Optional<Section> activities,
    List<SourceRecord> between) {
  private static final Pattern NUMBERED = Pattern.compile("([1-9])\\.\\s*\\p{L}.*");
  private static final Pattern DAY =
      Pattern.compile("^\\d{1,4}([./-])\\p{Z}?\\d{1,2}\\1\\p{Z}?\\d{1,4}[^\\d].*\\d[:.]\\d{2}");
  private static final String UNNUMBERED = "meeting summary";

  /** Fewer columns have no list of spells. */
  private static final int NARROWEST = 5;

  /**
   * A table.
   *
   * @param columns its header
   */
  record Section(TeamsColumns columns, List<SourceRecord> rows) {}

  /** Number of the section that {@code record} begins; 0 if it begins none. */
  static int section(SourceRecord record) {
    if (Labels.width(record) != 1) {
      return 0;
    }
    Matcher label = NUMBERED.matcher(record.field(0));
    if (label.matches()) {
      return Integer.parseInt(label.group(1));
    }
    return Labels.plain(record.field(0)).equals(UNNUMBERED) ? 1 : 0;
  }

  /** Whether a file that begins so is such a report. */
  static boolean begins(List<SourceRecord> records) {
    List<SourceRecord> said = records.stream().filter(record -> !record.isBlank()).toList();
    if (said.isEmpty()) {
      return false;
    } else if (section(said.get(0)) != 1) {
      return TeamsColumns.alone(said.get(0)).isPresent() || unnumberedHeader(said).isPresent();
    }
    for (int i = 1; i < said.size(); i++) {
      boolean second = section(said.get(i)) == 2;
      if (second && (i + 1 == said.size() || Labels.width(said.get(i + 1)) >= 4)) {
        return true;
      } else if (isUnnumberedHeader(said.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnnumberedHeader(SourceRecord record) {
    return Labels.plain(record.field(0)).equals("full name") && Labels.width(record) >= NARROWEST;
  }

  /**
   * The header of the list in a report of 2021 in any language: a title, then lines of a label and
   * a value, start and end of the meeting among them, then the list.
   */
  private static Optional<SourceRecord> unnumberedHeader(List<SourceRecord> records) {
    List<SourceRecord> said = records.stream().filter(record -> !record.isBlank()).toList();
    int at = 1;
    int days = 0;
    while (at < said.size() && Labels.width(said.get(at)) <= 2) {
      days += DAY.matcher(said.get(at).field(1)).find() ? 1 : 0;
      at++;
    }
    boolean titled = !said.isEmpty() && Labels.width(said.get(0)) == 1;
    boolean list = at < said.size() && Labels.width(said.get(at)) >= NARROWEST;
    return titled && list && days == 2 ? Optional.of(said.get(at)) : Optional.empty();
  }

  /** What a record begins that stands before everything else. */
  private static int opening(SourceRecord record, Optional<SourceRecord> unnumbered) {
    Optional<TeamsColumns> alone = TeamsColumns.alone(record);
    return alone.isPresent() ? alone.get().isOfPeople() ? 2 : 3 : unnumbered.isPresent() ? 1 : 0;
  }

  static TeamsReport of(List<SourceRecord> records) {
    List<SourceRecord> between = new ArrayList<>();
    List<SourceRecord> summary = new ArrayList<>();
    List<List<SourceRecord>> tables = List.of(new ArrayList<>(), new ArrayList<>());
    String language = "";
    int section = 0;
    Optional<SourceRecord> unnumbered = unnumberedHeader(records);
    for (SourceRecord record : records) {
      int begun = section(record);
      int opened =
          section == 0 && begun == 0 && !record.isBlank() ? opening(record, unnumbered) : 0;
      if (opened > 1) {
        section = opened;
        tables.get(section - 2).add(record);
      } else if (begun > 0 || opened > 0) {
        begun = Math.max(begun, opened);
        language = begun == 1 && language.isEmpty() ? record.field(0) : language;
        section = begun;
        between.add(record);
      } else if (section == 1
          && (isUnnumberedHeader(record) || unnumbered.equals(Optional.of(record)))) {
        section = 3;
        tables.get(1).add(record);
      } else if (record.isBlank() || section == 0 || section > 3) {
        between.add(record);
      } else if (section == 1) {
        summary.add(record);
      } else {
        tables.get(section - 2).add(record);
      }
    }
    tables.stream().filter(table -> !table.isEmpty()).forEach(table -> between.add(table.get(0)));
    return new TeamsReport(
        language,
        summary,
        section(tables.get(0), TeamsColumns::ofParticipants),
        section(tables.get(1), TeamsColumns::ofActivities),
        between);
  }

  private static Optional<Section> section(
      List<SourceRecord> table, Function<SourceRecord, TeamsColumns> columns) {
    if (table.isEmpty()) {
      return Optional.empty();
    }
    TeamsColumns header = columns.apply(table.get(0));
    List<SourceRecord> rows = table.stream().skip(1).map(header.header()::withoutSecrets).toList();
    return Optional.of(new Section(header, rows));
  }

  /** Whether the report is written in English. */
  boolean english() {
    return Labels.plain(language).matches("1\\. ?summary|" + UNNUMBERED);
  }

  /** A line of the summary, by its English label, else by its place among the numbered lines. */
  Optional<String> said(int place, String... labels) {
    Optional<SourceRecord> labelled =
        summary.stream().filter(record -> Labels.place(record, labels) == 0).findFirst();
    Optional<SourceRecord> placed =
        english() || place >= summary.size() ? Optional.empty() : Optional.of(placed(place));
    return labelled.or(() -> placed).flatMap(record -> Labels.given(record, 1));
  }

  /** Reports without numbers say how many came before they say the title. */
  private SourceRecord placed(int place) {
    boolean numbered = NUMBERED.matcher(language).matches();
    return summary.get(numbered || place > 1 ? place : 1 - place);
  }

  /**
   * A time of the summary by its English label, else by its place among the lines that say a day:
   * in some languages lines stand between.
   *
   * @param place from 0
   */
  Optional<String> time(int place, String... labels) {
    return english()
        ? said(place, labels)
        : summary.stream()
            .map(record -> record.field(1))
            .filter(text -> DAY.matcher(text).find())
            .skip(place)
            .findFirst();
  }

  List<Section> sections() {
    return java.util.stream.Stream.of(participants, activities).flatMap(Optional::stream).toList();
  }
}
