package org.recordlake.ingest.read;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceReader;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.land.LineRange;
import org.recordlake.ingest.recognise.RecognisedFile;

/**
 * A part of a file for one Spark task to read, and the reader for it.
 *
 * @param fileNumber place of the file among those of the run, in the order in which they count
 */
public record ReadTask(
    LandedFile file, int fileNumber, SourceReader reader, Reading reading, LineRange range)
    implements Serializable {

  /** What reads all of {@code files}. */
  static List<ReadTask> of(List<RecognisedFile> files) {
    List<ReadTask> tasks = new ArrayList<>();
    for (int number = 0; number < files.size(); number++) {
      RecognisedFile file = files.get(number);
      for (LineRange range : file.ranges()) {
        tasks.add(new ReadTask(file.file(), number, file.reader(), file.reading(), range));
      }
    }
    return tasks;
  }
}
