package org.recordlake.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A rule every row of a table must keep; a row that breaks it is quarantined under the check's
 * reason code. An empty value breaks no check but {@link Equals}.
 */
public sealed interface Check {
  String column();

  /** The check applies only to rows for which this holds. */
  Optional<Condition> when();

  /** Upper-case reason code for the quarantine. */
  String code();

  /** The number is at least {@code least}. */
  record Min(String column, BigDecimal least, Optional<Condition> when, String code)
      implements Check {}

  /** The number is at most {@code most}. */
  record Max(String column, BigDecimal most, Optional<Condition> when, String code)
      implements Check {}

  /** The value is one of a closed list. */
  record In(String column, List<String> values, Optional<Condition> when, String code)
      implements Check {}

  /** The text has a named form. */
  record Matches(String column, Pattern pattern, Optional<Condition> when, String code)
      implements Check {}

  /** The date or time is not earlier than that of another column. */
  record NotBefore(String column, String other, Optional<Condition> when, String code)
      implements Check {}

  /** The value, written as text, is exactly this; an empty one is not. */
  record Equals(String column, String value, Optional<Condition> when, String code)
      implements Check {}

  /** There is no value, where a row must not have one. */
  record Empty(String column, Optional<Condition> when, String code) implements Check {}

  /** Named forms of text, so that no regular expression stands in a catalogue file. */
  enum Pattern {
    EMAIL(
        "^[^@\\s,;<>\"]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$"),
    PHONE("^\\+?[0-9(][0-9 ().\\-/]{5,22}[0-9](?: ?(?:x|ext\\.?) ?[0-9]{1,6})?$"),
    DUNS("^[0-9]{9}$"),
    UEI("^[A-Z0-9]{12}$"),
    NAICS("^[0-9]{2,6}$"),
    ZIP("^[0-9]{5}(?:-[0-9]{4})?$"),
    MAC("^(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}$"),
    IP(
        "^(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])$|^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+$"),
    URL("^(?:https?://)?[A-Za-z0-9.-]+\\.[A-Za-z]{2,}(?:[:/?#].*)?$"),
    COUNTRY("^[A-Z]{2}$");

    private final String regex;

    Pattern(String regex) {
      this.regex = regex;
    }

    public String regex() {
      return regex;
    }
  }
}
