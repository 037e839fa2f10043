package org.recordlake.format.meeting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a meeting was, by the name of its file: chats and transcripts say times but no day, and
 * platforms put the day into the name of the file or of its folder in an archive.
 *
 * @param number the meeting's number, if the name has it
 * @param start when the meeting or its recording began, if the name says the time
 * @param day its day in the configured zone
 * @param recorded whether the times in the file count from the start of a recording
 */
record FileMoment(
    Optional<String> number, Optional<Instant> start, LocalDate day, boolean recorded) {
  private static final Pattern KEY = Pattern.compile("(\\d{8,13})-(\\d{8}T\\d{4})Z");
  private static final Pattern RECORDING = Pattern.compile("GMT(\\d{8}-\\d{6})");
  private static final Pattern FOLDER =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ _](\\d{2}\\.\\d{2}\\.\\d{2})(.*)");
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{9,11}(?!\\d)");
  private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{4})-?(\\d{2})-?(\\d{2})(?!\\d)");

  /** What {@code name} says; empty if it names no day. */
  static Optional<FileMoment> of(String name, ZoneId zone) {
    try {
      return keyed(name, zone)
          .or(() -> recording(name, zone))
          .or(() -> folder(name, zone))
          .or(() -> day(name));
    } catch (DateTimeException e) {
      // Digits that are no day of any calendar.
      return Optional.empty();
    }
  }

  private static Optional<FileMoment> keyed(String name, ZoneId zone) {
    Matcher key = KEY.matcher(name);
    if (!key.find()) {
      return Optional.empty();
    }
    Instant start = utc(key.group(2), "yyyyMMdd'T'HHmm");
    return Optional.of(at(Optional.of(key.group(1)), start, zone));
  }

  private static Optional<FileMoment> recording(String name, ZoneId zone) {
    Matcher recording = RECORDING.matcher(name);
    if (!recording.find()) {
      return Optional.empty();
    }
    Instant start = utc(recording.group(1), "yyyyMMdd-HHmmss");
    return Optional.of(
        new FileMoment(
            Optional.empty(), Optional.of(start), LocalDate.ofInstant(start, zone), true));
  }

  private static Optional<FileMoment> folder(String name, ZoneId zone) {
    Matcher folder = FOLDER.matcher(name);
    if (!folder.find()) {
      return Optional.empty();
    }
    LocalDateTime local = local(folder.group(1) + folder.group(2), "yyyy-MM-ddHH.mm.ss");
    Matcher number = NUMBER.matcher(folder.group(3));
    Optional<String> found = number.find() ? Optional.of(number.group()) : Optional.empty();
    return Optional.of(at(found, local.atZone(zone).toInstant(), zone));
  }

  private static Optional<FileMoment> day(String name) {
    Matcher day = DAY.matcher(name);
    if (!day.find()) {
      return Optional.empty();
    }
    LocalDate date =
        LocalDate.of(
            Integer.parseInt(day.group(1)),
            Integer.parseInt(day.group(2)),
            Integer.parseInt(day.group(3)));
    boolean plausible = date.getYear() >= 1990 && date.getYear() < 2200;
    return plausible
        ? Optional.of(new FileMoment(Optional.empty(), Optional.empty(), date, false))
        : Optional.empty();
  }

  private static FileMoment at(Optional<String> number, Instant start, ZoneId zone) {
    return new FileMoment(number, Optional.of(start), LocalDate.ofInstant(start, zone), false);
  }

  private static Instant utc(String text, String pattern) {
    return local(text, pattern).toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime local(String text, String pattern) {
    return LocalDateTime.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }

  /**
   * The occurrence.
   *
   * @param first time of the first message, for files whose name says no time
   */
  MeetingKey key(Optional<Instant> first, ZoneId zone) {
    Instant from = start.or(() -> first).orElse(day.atStartOfDay(zone).toInstant());
    return number
        .map(text -> MeetingKey.numbered(text, from, zone))
        .orElseGet(() -> MeetingKey.unnumbered("zoom", from, zone, "recording"));
  }
}
