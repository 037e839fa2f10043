package org.recordlake.disposal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The data files that hold some rows. A disposal drops a file whose rows all go and writes the
 * others anew without them, so it is the most that may have to be touched, and no more precise.
 *
 * @param files how many
 * @param bytes their size as a whole, other rows in them included
 */
public record Footprint(long files, long bytes) {
  /**
   * @param names names of the files that hold the rows; one named twice counts once
   * @param sizes bytes of every data file of the table, by name
   */
  public static Footprint of(Collection<String> names, Map<String, Long> sizes) {
    Set<String> distinct = Set.copyOf(names);
    return new Footprint(
        distinct.size(), distinct.stream().mapToLong(name -> sizes.getOrDefault(name, 0L)).sum());
  }

  /** Such as {@code 2 data files of 34,512 bytes}. */
  public String text() {
    return String.format(
        java.util.Locale.US, "%,d data file%s of %,d bytes", files, files == 1 ? "" : "s", bytes);
  }
}
