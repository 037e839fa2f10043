package org.recordlake.format;

import java.io.Serializable;
import org.recordlake.config.Settings;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.config.polls.PollDefinitions;

/**
 * What readers are told beside the file.
 *
 * @param polls definitions of polls whose exports say less than is known
 * @param ambiguousDates how to read dates of numbers in a file that gives no evidence of their
 *     order
 */
public record ReaderSettings(PollDefinitions polls, DateOrder ambiguousDates)
    implements Serializable {
  /** What holds for one file: what is known of its dates comes first. */
  public ReaderSettings forFile(SourceFile file) {
    return file.dates().map(known -> new ReaderSettings(polls, known)).orElse(this);
  }

  /** Those of an installation, whose poll definitions lie in {@code conf/polls}. */
  public static ReaderSettings of(Settings settings) {
    return new ReaderSettings(
        PollDefinitions.of(settings.confFolder()), settings.ingest().ambiguousDates());
  }
}
