package org.recordlake.ingest.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.ingest.format.SourceRecord;

/**
 * A Zoom attendee report taken apart into the webinar and its stacked tables of people.
 *
 * @param webinar labels and values of the first table
 * @param people the other tables
 * @param between lines of none
 */
record WebinarReport(
    Optional<ZoomMeeting> webinar, List<Section> people, List<SourceRecord> between) {
  private static final Map<String, Kind> SECTIONS =
      Map.of(
          "host details", Kind.HOST,
          "panelist details", Kind.PANELIST,
          "attendee details", Kind.ATTENDEE,
          "other attended", Kind.OTHER);
  private static final String TITLE = "attendee report";

  /** Whom a table lists. */
  enum Kind {
    HOST("host"),
    PANELIST("panelist"),
    ATTENDEE("attendee"),
    /** Guests by telephone and others without registration. */
    OTHER("attendee");

    private final String role;

    Kind(String role) {
      this.role = role;
    }

    String role() {
      return role;
    }
  }

  /** One table of people. */
  record Section(Kind kind, WebinarColumns columns, List<SourceRecord> rows) {}

  /** Whether a file that begins so is such a report. */
  static boolean begins(List<SourceRecord> records) {
    boolean titled = records.stream().anyMatch(record -> label(record).equals(TITLE));
    boolean tables = records.stream().anyMatch(record -> SECTIONS.containsKey(label(record)));
    return (titled || tables) && records.stream().anyMatch(ZoomMeeting::isLabels);
  }

  /** What a line of one field says. */
  private static String label(SourceRecord record) {
    return Labels.width(record) == 1 ? Labels.plain(record.field(0)) : "";
  }

  static WebinarReport of(Sheet sheet) {
    List<SourceRecord> records = sheet.records();
    Optional<ZoomMeeting> webinar = Optional.empty();
    List<Section> people = new ArrayList<>();
    List<SourceRecord> between = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      SourceRecord record = records.get(i);
      boolean more = i + 1 < records.size();
      Optional<Kind> kind = Optional.ofNullable(SECTIONS.get(label(record)));
      if (kind.isPresent() && more && !SECTIONS.containsKey(label(records.get(i + 1)))) {
        i++;
        between.add(record);
        between.add(records.get(i));
        people.add(
            new Section(
                kind.get(), new WebinarColumns(new Names(records.get(i))), new ArrayList<>()));
      } else if (people.isEmpty() && webinar.isEmpty() && more && ZoomMeeting.isLabels(record)) {
        i++;
        between.add(record);
        webinar = Optional.of(new ZoomMeeting(record, records.get(i)));
      } else if (people.isEmpty() || kind.isPresent() || record.isBlank()) {
        between.add(record);
      } else {
        Section section = people.get(people.size() - 1);
        section.rows().add(section.columns().withoutSecrets(record));
      }
    }
    return new WebinarReport(webinar, people, between);
  }

  /** Every time in the report. */
  List<String> times() {
    List<String> times = new ArrayList<>();
    webinar.ifPresent(facts -> times.addAll(facts.values().fields()));
    for (Section section : people) {
      for (SourceRecord row : section.rows()) {
        section.columns().join(row).ifPresent(times::add);
        section.columns().leave(row).ifPresent(times::add);
        section.columns().registered(row).ifPresent(times::add);
      }
    }
    return times;
  }
}
