package org.recordlake.ingest;

import java.util.List;
import org.recordlake.ingest.format.SourceReader;
import org.recordlake.ingest.format.contract.LegacyUsaSpending;
import org.recordlake.ingest.format.contract.UsaSpendingAnswers;
import org.recordlake.ingest.format.contract.UsaSpendingTransactions;
import org.recordlake.ingest.format.sales.OrderLines;

/** Readers of what sales, marketing, finance and purchasing systems export. */
final class BusinessReaders {
  private BusinessReaders() {}

  static List<SourceReader> all() {
    return List.of(
        new OrderLines(),
        new UsaSpendingTransactions(),
        new LegacyUsaSpending(),
        new UsaSpendingAnswers());
  }
}
