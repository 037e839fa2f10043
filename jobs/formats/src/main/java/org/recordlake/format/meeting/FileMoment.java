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
import java.util.regex.MatchResult;
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
      return found(KEY, name)
          .map(key -> at(Optional.of(key.group(1)), utc(key, 2, "yyyyMMdd'T'HHmm"), zone))
          .or(() -> found(RECORDING, name).map(key -> recording(key, zone)))
          .or(() -> found(FOLDER, name).map(folder -> folder(folder, zone)))
          .or(() -> found(DAY, name).map(FileMoment::day).filter(FileMoment::isPlausible));
    } catch (DateTimeException e) {
      // Digits that are no day of any calendar.
      return Optional.empty();
    }
  }

  private static Optional<MatchResult> found(Pattern wanted, String text) {
    return wanted.matcher(text).results().findFirst();
  }

  private static FileMoment recording(MatchResult name, ZoneId zone) {
    Instant start = utc(name, 1, "yyyyMMdd-HHmmss");
    return new FileMoment(
        Optional.empty(), Optional.of(start), LocalDate.ofInstant(start, zone), true);
  }

  private static FileMoment folder(MatchResult name, ZoneId zone) {
    LocalDateTime local = local(name.group(1) + name.group(2), "yyyy-MM-ddHH.mm.ss");
    Optional<String> number = found(NUMBER, name.group(3)).map(MatchResult::group);
    return at(number, local.atZone(zone).toInstant(), zone);
  }

  private static FileMoment day(MatchResult name) {
    LocalDate date = LocalDate.parse(String.join("-", name.group(1), name.group(2), name.group(3)));
    return new FileMoment(Optional.empty(), Optional.empty(), date, false);
  }

  private boolean isPlausible() {
    return day.getYear() >= 1990 && day.getYear() < 2200;
  }

  private static FileMoment at(Optional<String> number, Instant start, ZoneId zone) {
    return new FileMoment(number, Optional.of(start), LocalDate.ofInstant(start, zone), false);
  }

  private static Instant utc(MatchResult name, int group, String pattern) {
    return local(name.group(group), pattern).toInstant(ZoneOffset.UTC);
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
