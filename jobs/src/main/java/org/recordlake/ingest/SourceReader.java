package org.recordlake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.recordlake.catalog.TableSpec;

/**
 * Reads files of one layout. A reader streams: it may hold one row in memory, never a file. It is
 * serialized to the executors, so it keeps no state.
 */
interface SourceReader extends Serializable {
  /** Name of the layout in the ledger. */
  String format();

  /** The field names a file's beginning shows, or empty if the file is not of this layout. */
  Optional<Set<String>> fields(String fileName, byte[] beginning);

  /** The rows of a file of {@code table}, one at a time, broken ones included. */
  Iterator<RawRow> rows(InputStream in, TableShape table) throws IOException;

  /** What a reader needs to know of a table, and no more: a catalogue entry does not travel. */
  record TableShape(java.util.List<String> columns, Set<String> refused) implements Serializable {
    static TableShape of(TableSpec spec) {
      java.util.List<String> columns =
          new java.util.ArrayList<>(
              spec.columns().stream().map(org.recordlake.catalog.Column::name).toList());
      columns.add(TableSpec.RECORD_SOURCE);
      Set<String> refused =
          spec.columns().stream()
              .filter(column -> column.protection() == org.recordlake.catalog.Protection.REFUSE)
              .map(org.recordlake.catalog.Column::name)
              .collect(java.util.stream.Collectors.toUnmodifiableSet());
      return new TableShape(java.util.List.copyOf(columns), refused);
    }
  }
}
