package org.recordlake.format.meeting;

import java.io.IOException;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;

/**
 * A Zoom poll report of one generation. The file is held whole, bounded by {@link ExportRecords}.
 */
record ZoomPolls(PollGeneration generation, ReaderSettings settings) implements MeetingReader {
  @Override
  public String format() {
    return generation.format();
  }

  @Override
  public Set<String> tables(Head head) {
    return PollGeneration.of(head)
        .filter(generation::equals)
        .map(PollGeneration::tables)
        .orElse(Set.of());
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    PollReport.of(ExportRecords.of(file, said, POLLS))
        .into(said, settings.forFile(file), file.zone());
  }
}
