package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.recordlake.format.tabular.Cells;

/**
 * Which occurrence of which meeting. A platform gives a recurring meeting one number, so the number
 * alone does not tell: its start, to the minute in UTC, belongs to the key, as in {@code
 * 94758381041-20200901T1303Z}. Where an export names no number, a {@link StableId} of what it does
 * say stands for it.
 *
 * @param id number of the occurrence in the lake
 * @param date its day in the configured zone
 */
record MeetingKey(String id, String date) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String NUMBER = "[0-9]{8,13}";

  /** Occurrence at {@code start} of the meeting that a platform calls {@code number}. */
  static MeetingKey numbered(String number, Instant start, ZoneId zone) {
    return new MeetingKey(digits(number) + "-" + MINUTE.format(start), day(start, zone));
  }

  /**
   * A meeting whose export names no number.
   *
   * @param said what identifies it beside its start
   */
  static MeetingKey unnumbered(String platform, Instant start, ZoneId zone, String said) {
    return new MeetingKey(
        platform + "-" + StableId.of(start.toString(), Labels.plain(said)), day(start, zone));
  }

  /** Cells of a row that belongs to it. */
  Cells row() {
    return new Cells().put("meeting_id", id).put("meeting_date", date);
  }

  /** Whether {@code text} is a meeting number, perhaps in groups of digits. */
  static boolean isNumber(String text) {
    return digits(text).matches(NUMBER);
  }

  private static String digits(String number) {
    return number.replaceAll("[\\p{Z}\\s-]", "");
  }

  private static String day(Instant start, ZoneId zone) {
    return LocalDate.ofInstant(start, zone).toString();
  }
}
