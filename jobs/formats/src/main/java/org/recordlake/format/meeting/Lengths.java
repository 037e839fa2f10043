package org.recordlake.format.meeting;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as people write them: {@code 1h 2m 10s}, {@code 1 Std. 2 Min.}, {@code 1:02:10}.
 */
final class Lengths {
  private static final Pattern PART = Pattern.compile("(\\d{1,6})\\s*(\\p{L}+)\\.?\\s*");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2}):(\\d{2})");

  private Lengths() {}

  /** The length; empty if {@code text} is none. */
  static Optional<Duration> of(String text) {
    String plain = Labels.plain(text);
    Matcher clock = CLOCK.matcher(plain);
    if (clock.matches()) {
      return Optional.of(
          Duration.ofHours(Long.parseLong(clock.group(1)))
              .plusMinutes(Long.parseLong(clock.group(2)))
              .plusSeconds(Long.parseLong(clock.group(3))));
    }
    Matcher part = PART.matcher(plain);
    Duration length = Duration.ZERO;
    int end = 0;
    while (part.find() && part.start() == end) {
      Optional<Duration> unit = unit(part.group(2));
      if (unit.isEmpty()) {
        return Optional.empty();
      }
      length = length.plus(unit.get().multipliedBy(Long.parseLong(part.group(1))));
      end = part.end();
    }
    return end > 0 && end == plain.length() ? Optional.of(length) : Optional.empty();
  }

  /** English, German, Dutch, Polish and the Romance languages tell the units by their beginning. */
  private static Optional<Duration> unit(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    if (word.startsWith("h") || word.startsWith("st") || word.startsWith("g") || word.equals("u")) {
      return Optional.of(Duration.ofHours(1));
    } else if (word.startsWith("m")) {
      return Optional.of(Duration.ofMinutes(1));
    }
    return word.startsWith("s") ? Optional.of(Duration.ofSeconds(1)) : Optional.empty();
  }
}
