package org.recordlake.format.catalogue;

import java.util.List;
import org.recordlake.catalog.Catalog;
import org.recordlake.format.ReaderProvider;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceReader;

/**
 * Readers of files in the catalogue's own terms, which come last: they take any names a table has.
 */
public final class CatalogueReaders implements ReaderProvider {
  @Override
  public int rank() {
    return 1000;
  }

  @Override
  public List<SourceReader> readers(ReaderSettings settings, Catalog catalog) {
    CatalogueNames names = CatalogueNames.of(catalog);
    return List.of(new CatalogueJsonLines(names), new CatalogueCsv(names));
  }
}
