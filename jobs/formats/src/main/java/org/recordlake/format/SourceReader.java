package org.recordlake.format;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Set;

/**
 * Reads files of one layout. It travels to the executors, so it keeps no state. A reader streams
 * where the layout allows; one that has to hold a file's rows together says so and bounds them.
 */
public interface SourceReader extends Serializable {
  /** Name of the layout in the ledger, such as {@code zoom-polls-d}. */
  String format();

  /**
   * Names of the records tables whose rows a file with this beginning holds, told by its layout and
   * never by its values; empty if the file is not of this layout.
   */
  Set<String> tables(Head head);

  /**
   * Whether its files say only some of a row's columns, so that an empty one means "not said here"
   * and what the lake knows already stays.
   */
  default boolean partial() {
    return false;
  }

  /** Where the rows of a file with this beginning have their days from. */
  default DaysFrom daysFrom(Head head) {
    return DaysFrom.ROWS;
  }

  /**
   * Whether every line below a header on the first is one row, so that stretches of lines can be
   * read by themselves.
   */
  default boolean oneRowALine() {
    return false;
  }

  /**
   * The rows that {@code file} holds for {@code table}, one at a time, broken ones included, in the
   * order of the file. Lines that belong to no table are given as {@link TableShape#outside}, once:
   * with the table that comes first in {@link TableShape#name} order.
   *
   * @throws UnreadableFile here or from the iterator, where nothing more can be read
   */
  Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException;
}
