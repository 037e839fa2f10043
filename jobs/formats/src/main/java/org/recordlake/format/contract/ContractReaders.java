package org.recordlake.format.contract;

import java.util.List;
import org.recordlake.catalog.Catalog;
import org.recordlake.format.ReaderProvider;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceReader;

/** Readers of what purchasing systems publish. */
public final class ContractReaders implements ReaderProvider {
  @Override
  public int rank() {
    return 210;
  }

  @Override
  public List<SourceReader> readers(ReaderSettings settings, Catalog catalog) {
    return List.of(
        new UsaSpendingTransactions(),
        new UsaSpendingAwards(),
        new LegacyUsaSpending(),
        new UsaSpendingAnswers(),
        new UsaSpendingSearch());
  }
}
