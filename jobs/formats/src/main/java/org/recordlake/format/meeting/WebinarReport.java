package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/**
 * A Zoom attendee report taken apart into the webinar and its stacked tables of people.
 *
 * @param webinar labels and values of the first table
 * @param people the other tables
 * @param between lines of none
 */
record WebinarReport(
    Optional<ZoomMeeting> webinar, List<Section> people, List<SourceRecord> between) {
  private static final WordFile WORDS = WordFile.of("webinar-tables");

  /** Whom a table lists, the first that fits. */
  enum Kind {
    OTHER,
    HOST,
    PANELIST,
    ATTENDEE;

    private final String word = name().toLowerCase(Locale.ROOT);
    private final Set<String> titles = Set.copyOf(WORDS.words(word));

    @SuppressWarnings("ImmutableEnumChecker") // a pattern never changes
    private final Pattern stems = Pattern.compile(WORDS.text(word + " stem"));

    /** Whom a table with this English title lists. */
    static Optional<Kind> of(String title) {
      return Stream.of(values()).filter(kind -> kind.titles.contains(title)).findFirst();
    }

    /** Whom a table with this title lists, by the stems that languages share. */
    static Optional<Kind> inAnyLanguage(String title) {
      return Stream.of(values()).filter(kind -> kind.stems.matcher(title).find()).findFirst();
    }

    /** The role in the catalogue's terms. */
    String role() {
      return this == OTHER ? ATTENDEE.word : word;
    }
  }

  /** One table of people. */
  record Section(Kind kind, WebinarColumns columns, List<SourceRecord> rows) {}

  /** Whether a file that begins so is such a report. */
  static boolean begins(List<SourceRecord> records) {
    boolean titled =
        records.stream().anyMatch(record -> label(record).matches(WORDS.text("report")));
    boolean tables = false;
    for (int i = 0; i < records.size(); i++) {
      tables |= kind(records, i).isPresent();
    }
    return (titled || tables) && records.stream().anyMatch(ZoomMeeting::isLabels);
  }

  /** Whom the table lists that the record at {@code place} begins; empty if it begins none. */
  private static Optional<Kind> kind(List<SourceRecord> records, int place) {
    String label = label(records.get(place));
    Optional<Kind> english = Kind.of(label);
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

  static WebinarReport of(List<SourceRecord> records) {
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
        Stream.of("join time", "leave time", "registration time")
            .forEach(column -> section.columns().time(row, column).ifPresent(times::add));
      }
    }
    return times;
  }
}
