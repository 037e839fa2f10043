package org.recordlake.format.meeting;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.format.SourceRecord;

/** Column names and section labels, compared whatever their case, spacing and final colon. */
final class Labels {
  private static final Pattern BRACKETED = Pattern.compile("\\(([A-Za-z_/+0-9:-]+)\\)\\s*:?\\s*$");

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

  /** No label is longer. */
  private static final int LONGEST = 200;

  private Labels() {}

  /** A label in the form in which labels are compared. */
  static String plain(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'');
    String spaced = SPACES.matcher(folded).replaceAll(" ").strip();
    return spaced.endsWith(":") ? spaced.substring(0, spaced.length() - 1).strip() : spaced;
  }

  /** Place of the first field of {@code record} called one of {@code names}, or -1. */
  static int place(SourceRecord record, String... names) {
    for (String name : names) {
      for (int i = 0; i < record.fields().size(); i++) {
        if (plain(record.field(i)).equals(name)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The field at {@code place}; empty if the record has no such column or nothing in it. */
  static Optional<String> given(SourceRecord record, int place) {
    return place < 0
        ? Optional.empty()
        : Optional.of(record.field(place)).filter(text -> !text.isEmpty());
  }

  /** How many fields stand before the last that says anything. */
  static int width(SourceRecord record) {
    int width = record.fields().size();
    while (width > 0 && record.field(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }

  /** The zone that a label names in brackets at its end; other brackets say nothing of it. */
  static Optional<ZoneId> zone(String label) {
    Matcher matcher = BRACKETED.matcher(label);
    try {
      return label.length() <= LONGEST && matcher.find()
          ? Optional.of(ZoneId.of(matcher.group(1)))
          : Optional.empty();
    } catch (DateTimeException noZone) {
      return Optional.empty();
    }
  }
}
