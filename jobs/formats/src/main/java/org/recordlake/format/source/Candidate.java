package org.recordlake.format.source;

import java.time.LocalDate;
import org.recordlake.format.Head;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceReader;

/**
 * A reader that may fit a file, and how it would read it.
 *
 * @param dayTold whether the configuration says on which day the file was made
 */
public record Candidate(SourceReader reader, Reading reading, boolean dayTold) {
  /** Where the rows of a file with this beginning have their days from, as the ledger says it. */
  public String daysFrom(Head head) {
    LocalDate day = reading.madeAt().atZone(reading.zone()).toLocalDate();
    return switch (reader.daysFrom(head)) {
      case ROWS -> "rows";
      case FILE_NAME -> "file name";
      case FILE_DAY -> (dayTold ? "exported_on " : "file time ") + day;
    };
  }
}
