package org.recordlake.format;

import java.util.List;
import org.recordlake.catalog.Catalog;

/**
 * Makes the readers of one kind of source. Providers are found by {@link java.util.ServiceLoader}:
 * whoever adds a layout in a jar of his own names his provider there in {@code
 * META-INF/services/org.recordlake.format.ReaderProvider} and puts the jar on the class path.
 */
public interface ReaderProvider {
  /** Rank of a provider of layouts that nobody else claims. */
  int USUAL = 500;

  /**
   * Its place among providers, the lowest first. A file belongs to the first reader that knows it,
   * so readers that ask more of a file must come before those that ask less. Equal ranks are put in
   * the order of their class names.
   */
  default int rank() {
    return USUAL;
  }

  /** Its readers, the more demanding first. Their names occur nowhere else. */
  List<SourceReader> readers(ReaderSettings settings, Catalog catalog);
}
