package org.recordlake.format.payment;

import java.util.List;
import org.recordlake.catalog.Catalog;
import org.recordlake.format.ReaderProvider;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceReader;

/** Readers of what banks exchange. */
public final class PaymentReaders implements ReaderProvider {
  @Override
  public int rank() {
    return 220;
  }

  @Override
  public List<SourceReader> readers(ReaderSettings settings, Catalog catalog) {
    return List.of(new AchFiles());
  }
}
