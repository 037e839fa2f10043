package org.recordlake.reporting;

import java.util.Locale;

/**
 * The meetings a sheet is asked for, by what the notice retrieves meetings by.
 *
 * @param value compared without regard to case for a host, exactly for a meeting
 */
public record MeetingChoice(By by, String value) {
  /** What meetings are retrieved by. */
  public enum By {
    MEETING,
    HOST_NAME,
    HOST_EMAIL;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
