package org.recordlake.format.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.recordlake.format.Batches;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;

/**
 * A layout whose rows get values that the configuration tells for a landing folder, such as the
 * mailing list that an export does not name.
 */
record PinnedReader(SourceReader reader, Map<String, String> constants) implements SourceReader {
  PinnedReader {
    constants = Map.copyOf(constants);
  }

  static SourceReader of(SourceReader reader, Map<String, String> constants) {
    return constants.isEmpty() ? reader : new PinnedReader(reader, constants);
  }

  @Override
  public String format() {
    return reader.format();
  }

  @Override
  public Set<String> tables(Head head) {
    return reader.tables(head);
  }

  @Override
  public boolean partial() {
    return reader.partial();
  }

  @Override
  public DaysFrom daysFrom(Head head) {
    return reader.daysFrom(head);
  }

  @Override
  public boolean oneRowALine() {
    return reader.oneRowALine();
  }

  @Override
  public Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    Map<Integer, String> places = new HashMap<>();
    constants.forEach((column, value) -> places.put(table.columns().indexOf(column), value));
    places.remove(-1);
    return Batches.mapped(
        reader.rows(file, table),
        row -> {
          if (row.problem().isEmpty()) {
            places.forEach((place, value) -> row.cells()[place] = value);
          }
          return row;
        });
  }
}
