package org.recordlake.scan.result;

import java.util.Comparator;

/**
 * Something that could not be looked at: the scan cannot say that nothing is in it.
 *
 * @param path root and path below it
 * @param place where in the file; {@code whole} if it is all of it
 * @param reason why, in words of the scan's own
 */
public record Unread(String path, String place, String reason) implements Comparable<Unread> {
  /** The place of all that a file holds. */
  public static final String WHOLE = "whole";

  private static final Comparator<Unread> ORDER =
      Comparator.comparing(Unread::path).thenComparing(Unread::place).thenComparing(Unread::reason);

  @Override
  public int compareTo(Unread other) {
    return ORDER.compare(this, other);
  }
}
