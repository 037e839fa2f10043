package org.recordlake.format.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A day or time as it is written, with its offset where it names one; a day alone begins at
 * midnight.
 *
 * @param timed whether a time of day is written
 */
public record Moment(LocalDateTime written, Optional<ZoneOffset> offset, boolean timed) {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

  /** A time of day in the offset it names, if any. */
  public static Moment of(LocalDateTime written, Optional<ZoneOffset> offset) {
    return new Moment(written, offset, true);
  }

  public LocalDate day() {
    return written.toLocalDate();
  }

  /**
   * The moment meant.
   *
   * @param zone of times that name no offset
   */
  public Instant instant(ZoneId zone) {
    return offset.map(written::toInstant).orElseGet(() -> written.atZone(zone).toInstant());
  }

  /** As a UTC instant of whole seconds such as {@code 2026-11-22T15:04:05Z}. */
  public String utc(ZoneId zone) {
    return instant(zone).truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC).format(INSTANT);
  }
}
