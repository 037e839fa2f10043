package org.recordlake.format.order;

import java.util.List;
import org.recordlake.catalog.Catalog;
import org.recordlake.format.ReaderProvider;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceReader;

/** Readers of what shops export. */
public final class OrderReaders implements ReaderProvider {
  @Override
  public int rank() {
    return 200;
  }

  @Override
  public List<SourceReader> readers(ReaderSettings settings, Catalog catalog) {
    return List.of(new OrderLines());
  }
}
