package org.recordlake.ingest.recognise;

import java.util.List;
import org.recordlake.catalog.TableSpec;
import org.recordlake.ingest.land.MediaFolder;

/**
 * The files that hold rows of one table.
 *
 * @param files in the order in which they count
 * @param media where their rows' media files lie
 */
public record TableFiles(TableSpec table, List<RecognisedFile> files, MediaFolder media) {
  public TableFiles {
    files = List.copyOf(files);
  }

  /** Whether one of the layouts says only some of the table's columns. */
  public boolean partial() {
    return files.stream().anyMatch(file -> file.reader().partial());
  }

  public long bytes() {
    return files.stream().mapToLong(file -> file.file().size()).sum();
  }
}
