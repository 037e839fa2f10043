package org.recordlake.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The table that indexes records kept on paper: the one with the role {@link Role#PAPER}. No run
 * can destroy paper, so its rows go only once a person said that what they stand for is gone.
 *
 * @param table the table
 * @param key its key: the number on the label of a file
 * @param methods how a file may be destroyed
 */
public record PaperIndex(TableSpec table, String key, List<String> methods) {
  /** Place of a file. */
  public static final String LOCATION = "location";

  /** Box there, where it lies in one. */
  public static final String BOX = "box";

  /** How many pages it has, where that is known. */
  public static final String PAGES = "pages";

  /** How it is to be destroyed, where one way is wanted. */
  public static final String METHOD = "method";

  public PaperIndex {
    methods = List.copyOf(methods);
  }

  static PaperIndex of(TableSpec table) {
    return new PaperIndex(table, table.key().get(0), methods(table).orElseThrow());
  }

  /** What the check of {@link #METHOD} allows. */
  static Optional<List<String>> methods(TableSpec table) {
    return table.checks().stream()
        .filter(check -> check instanceof Check.In && check.column().equals(METHOD))
        .map(check -> ((Check.In) check).values())
        .findFirst();
  }
}
