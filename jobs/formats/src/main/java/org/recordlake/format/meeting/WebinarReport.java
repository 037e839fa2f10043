package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recordlake.format.SourceRecord;

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
          "registrant details", Kind.ATTENDEE,
          "other attended", Kind.OTHER);
  private static final Pattern TITLE =
      Pattern.compile("attendee report|(?:(?:meeting|webinar) )?registration report");

  /** Whom a table lists. */
  enum Kind {
    /** Guests by telephone and others without registration. */
    OTHER("attendee", "outr[ao]s|otr[ao]s|autres|andere|sonstige|altri|その他|其他|기타|други|прочие"),
    HOST("host", "anfitri|hôte|gastgeber|organizzator|organizador|ホスト|主持|호스트|организатор"),
    PANELIST(
        "panelist",
        "palestrante|panelist|panélist|ponente|podium|diskussion|relator|パネリスト|嘉宾|讨论|패널|эксперт|докладчик"),
    ATTENDEE(
        "attendee",
        "participante|participant|partecipant|asistente|teilnehmer|inscrit|参加者|出席者|参会|与会|참석|участник|слушател");

    private final String role;

    @SuppressWarnings("ImmutableEnumChecker") // a pattern never changes
    private final Pattern stems;

    Kind(String role, String stems) {
      this.role = role;
      this.stems = Pattern.compile(stems);
    }

    /** Whom a table with this title lists, by the stems that languages share. */
    static Optional<Kind> inAnyLanguage(String title) {
      return Stream.of(values()).filter(kind -> kind.stems.matcher(title).find()).findFirst();
    }

    String role() {
      return role;
    }
  }

  /** One table of people. */
  record Section(Kind kind, WebinarColumns columns, List<SourceRecord> rows) {}

  /** Whether a file that begins so is such a report. */
  static boolean begins(List<SourceRecord> records) {
    boolean titled = records.stream().anyMatch(record -> TITLE.matcher(label(record)).matches());
    boolean tables = false;
    for (int i = 0; i < records.size(); i++) {
      tables |= kind(records, i).isPresent();
    }
    return (titled || tables) && records.stream().anyMatch(ZoomMeeting::isLabels);
  }

  /** Whom the table lists that the record at {@code place} begins; empty if it begins none. */
  private static Optional<Kind> kind(List<SourceRecord> records, int place) {
    String label = label(records.get(place));
    Optional<Kind> english = Optional.ofNullable(SECTIONS.get(label));
    boolean heads = place + 1 < records.size() && isHeader(records.get(place + 1));
    return english.isPresent() || !heads ? english : Kind.inAnyLanguage(label);
  }

  /** Whether {@code record} heads a table of people in another language than English. */
  private static boolean isHeader(SourceRecord record) {
    return ZoomWords.ofPeople(record) != record;
  }

  /** What a line of one field says. */
  private static String label(SourceRecord record) {
    return Labels.width(record) == 1 ? Labels.plain(record.field(0)) : "";
  }

  static WebinarReport of(ExportRecords sheet) {
    List<SourceRecord> records = sheet.records();
    Optional<ZoomMeeting> webinar = Optional.empty();
    List<Section> people = new ArrayList<>();
    List<SourceRecord> between = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      SourceRecord record = records.get(i);
      boolean more = i + 1 < records.size();
      Optional<Kind> kind = kind(records, i);
      if (kind.isPresent() && more && kind(records, i + 1).isEmpty()) {
        i++;
        between.add(record);
        between.add(records.get(i));
        people.add(new Section(kind.get(), WebinarColumns.of(records.get(i)), new ArrayList<>()));
      } else if (people.isEmpty() && webinar.isEmpty() && more && ZoomMeeting.isLabels(record)) {
        i++;
        between.add(record);
        webinar = Optional.of(new ZoomMeeting(record, records.get(i)));
      } else if (people.isEmpty() || kind.isPresent() || record.isBlank()) {
        between.add(record);
      } else {
        Section section = people.get(people.size() - 1);
        section.rows().add(section.columns().header().withoutSecrets(record));
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
