package org.recordlake.format.reference;

import java.util.List;
import org.recordlake.catalog.Catalog;
import org.recordlake.format.ReaderProvider;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceReader;

/** Readers of published lists of codes. */
public final class ReferenceReaders implements ReaderProvider {
  @Override
  public int rank() {
    return 240;
  }

  @Override
  public List<SourceReader> readers(ReaderSettings settings, Catalog catalog) {
    return List.of(new NaicsCodes(), new ProductServiceCodes());
  }
}
