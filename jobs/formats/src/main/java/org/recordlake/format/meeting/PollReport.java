package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceRecord;

/**
 * A Zoom poll report taken apart into its meeting, its tables of answers and the lines between.
 *
 * @param meeting what it says of the meeting, if anything
 * @param tables one for each poll, or one for all
 * @param between lines of neither
 */
record PollReport(Optional<ZoomMeeting> meeting, List<Table> tables, List<SourceRecord> between) {
  /** Beginning of the titles of polls that a report only tells apart. */
  private static final String UNTITLED = "Poll";

  /**
   * One table of answers.
   *
   * @param number place in the report, from 1
   * @param title empty if one table may hold several polls, whose titles nobody knows
   */
  record Table(int number, Optional<String> title, PollHeader header, List<SourceRecord> rows) {}

  static PollReport of(List<SourceRecord> records) {
    Optional<ZoomMeeting> meeting = Optional.empty();
    List<Table> tables = new ArrayList<>();
    List<SourceRecord> between = new ArrayList<>();
    String title = "";
    for (int i = 0; i < records.size(); i++) {
      SourceRecord record = records.get(i);
      Optional<PollHeader> header = PollHeader.of(record);
      boolean beforeAnswers = tables.isEmpty();
      if (header.isPresent()) {
        tables.add(table(tables.size() + 1, title, header.get()));
        between.add(record);
        title = "";
      } else if (meeting.isEmpty() && beforeAnswers && ZoomMeeting.isLabels(record)) {
        i++;
        between.add(record);
        if (i < records.size()) {
          meeting = Optional.of(new ZoomMeeting(record, records.get(i)));
        }
      } else if (isTitle(records, i)) {
        title = record.fields().stream().filter(text -> !text.isBlank()).findFirst().orElse("");
        between.add(record);
      } else if (beforeAnswers || record.isBlank()) {
        between.add(record);
      } else {
        Table table = tables.get(tables.size() - 1);
        table.rows().add(table.header().withoutSecrets(record));
      }
    }
    return new PollReport(meeting, tables, between);
  }

  private static Table table(int number, String title, PollHeader header) {
    Optional<String> said = Optional.of(title.strip()).filter(text -> !text.isEmpty());
    Optional<String> own =
        header.shape() == PollHeader.Shape.WIDE
            ? said.or(() -> Optional.of(UNTITLED + " " + number))
            : said;
    return new Table(number, own, header, new ArrayList<>());
  }

  /** A line of one field above a header, with nothing but blank lines between. */
  private static boolean isTitle(List<SourceRecord> records, int place) {
    int below = place + 1;
    while (below < records.size() && records.get(below).isBlank()) {
      below++;
    }
    return below < records.size()
        && PollHeader.of(records.get(below)).isPresent()
        && records.get(place).fields().stream().filter(text -> !text.isBlank()).count() == 1
        && !isSectionLabel(records.get(place));
  }

  private static boolean isSectionLabel(SourceRecord record) {
    return Labels.place(record, "poll details", "launched polls", "poll report") >= 0;
  }

  /** Adds everything the report says. */
  void into(Said said, ReaderSettings settings, ZoneId configured) {
    between.forEach(said::outside);
    PollClock clock = PollClock.of(this, settings.ambiguousDates(), configured);
    Optional<MeetingKey> key = key(clock, configured);
    meeting.ifPresent(facts -> facts.into(said, key, clock.meeting()));
    key.ifPresentOrElse(
        known -> PollAnswers.inZone(known, clock.answers(), settings.polls()).of(tables).into(said),
        () -> rows().forEach(row -> said.undated(MeetingReader.POLLS, row)));
  }

  /**
   * A report without a meeting is known by its first answer, which later exports of the same
   * meeting repeat. One that names a meeting but not when it began is not guessed at.
   */
  private Optional<MeetingKey> key(PollClock clock, ZoneId configured) {
    if (meeting.isPresent()) {
      return meeting.get().key(clock.meeting(), configured);
    }
    Optional<Instant> first =
        rows().stream()
            .map(row -> clock.answers().instant(row.field(3)))
            .flatMap(Optional::stream)
            .min(Instant::compareTo);
    return first.map(at -> MeetingKey.unnumbered("zoom", at, configured, UNTITLED));
  }

  List<SourceRecord> rows() {
    return tables.stream().flatMap(table -> table.rows().stream()).toList();
  }
}
