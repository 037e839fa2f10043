package org.recordlake.format.meeting;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.recordlake.format.SourceFile;
import org.recordlake.format.UnreadableFile;

/**
 * The lines of one text. Messages and passages run over several, so a file is held together,
 * bounded by {@link #LARGEST}.
 */
final class Lines {
  /** Characters of all lines together. */
  private static final long LARGEST = 64L << 20;

  private Lines() {}

  /**
   * @throws UnreadableFile if the text is larger than is held
   */
  static List<String> of(SourceFile file) throws IOException {
    List<String> lines = new ArrayList<>();
    long size = 0;
    try (BufferedReader text = new BufferedReader(file.text())) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        size += line.length() + 1L;
        if (size > LARGEST) {
          throw new UnreadableFile("the text is larger than 64 Mi characters");
        }
        lines.add(line);
      }
    }
    return lines;
  }
}
