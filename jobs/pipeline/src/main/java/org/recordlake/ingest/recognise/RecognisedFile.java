package org.recordlake.ingest.recognise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.recordlake.catalog.TableSpec;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceReader;
import org.recordlake.ingest.land.CopyRetention;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.land.LineRange;
import org.recordlake.problem.Failure;

/**
 * A file whose layout is known.
 *
 * @param tables the tables its rows are for
 * @param found the ranges of lines in which it is read, which are looked for while it is copied
 * @param daysFrom where its rows have their days from, as the ledger says it
 */
public record RecognisedFile(
    LandedFile file,
    SourceReader reader,
    List<TableSpec> tables,
    Reading reading,
    CompletableFuture<List<LineRange>> found,
    CopyRetention copyRetention,
    String daysFrom) {

  /** The same file, read from its copy. */
  public RecognisedFile at(LandedFile copy) {
    return new RecognisedFile(copy, reader, tables, reading, found, copyRetention, daysFrom);
  }

  /** The ranges of lines in which it is read, as soon as they are found. */
  public List<LineRange> ranges() {
    try {
      return found.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Failure failure ? failure : e;
    }
  }
}
