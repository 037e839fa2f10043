package org.recordlake.catalog;

import java.util.List;
import java.util.Map;

/**
 * What a mart promises whose rows of one customer follow from nothing but the records of that
 * customer and, by the windows named, the day.
 *
 * @param by column of the customer in every table it reads
 * @param key column of the mart that holds its pseudonym
 * @param fromMb size of what it reads, in MB, below which all rows at once are cheaper
 * @param windows by which dates the day moves rows; without any, only rows of records do
 * @param links tables whose rows count for the customer they were linked to, with the columns that
 *     make up {@code row_key} in {@link #LINKS}
 */
public record Incremental(
    String by, String key, int fromMb, List<Window> windows, Map<String, List<String>> links) {
  /** Where nothing else is said: some hundred thousand order lines. */
  static final int FROM_MB = 4;

  /** The table of links. */
  public static final String LINKS = "identity_links";

  public Incremental {
    windows = List.copyOf(windows);
    links = Map.copyOf(links);
  }

  /**
   * A row counts by whether its date lies after the day, or after the day so many months ago. When
   * the day passes on, the customers of the rows whose dates it passes are touched.
   *
   * @param months the borders, in months before the day; 0 is the day itself
   */
  public record Window(String table, String column, List<Integer> months) {
    public Window {
      months = List.copyOf(months);
    }
  }
}
