package org.recordlake.ingest.land;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What runs before this one quarantined and can be taken again.
 *
 * @param files files of which nothing was taken
 * @param rows single rows of other files
 * @param until last day on which all of it can be taken; empty if there is nothing
 */
public record QuarantineBacklog(long files, long rows, Optional<LocalDate> until) {
  public static final QuarantineBacklog NOTHING = new QuarantineBacklog(0, 0, Optional.empty());

  /** One line for people; empty if there is nothing. */
  public Optional<String> line() {
    return until.map(
        day ->
            "still set aside: "
                + counted(files, "whole file")
                + " and "
                + counted(rows, "single row")
                + "; mend the mapping, the check or the limit and run 'recordlake ingest retry',"
                + " at the latest on "
                + day
                + "; what no mend here can help must be mended where it was exported and dropped"
                + " again");
  }

  /** A number with its noun. */
  public static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
