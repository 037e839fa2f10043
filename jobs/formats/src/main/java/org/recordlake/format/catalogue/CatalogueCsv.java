package org.recordlake.format.catalogue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Batches;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.RawText;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;

/**
 * Delimited text or a workbook whose header gives the catalogue's own column names.
 *
 * @param layouts which table a set of names belongs to
 */
record CatalogueCsv(CatalogueNames layouts) implements SourceReader {
  @Override
  public String format() {
    return "catalogue-csv";
  }

  @Override
  public Set<String> tables(Head head) {
    return layouts.table(head.source(), new LinkedHashSet<>(header(head.first())));
  }

  @Override
  public boolean oneRowALine() {
    return true;
  }

  @Override
  public Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    Iterator<SourceRecord> records = file.records();
    List<String> header = records.hasNext() ? header(records.next()) : List.of();
    Map<String, Integer> places = new HashMap<>();
    table.columns().forEach(column -> places.put(column, places.size()));
    return Batches.mapped(records, record -> row(record, header, places, table));
  }

  private static List<String> header(SourceRecord record) {
    return record.fields().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static RawRow row(
      SourceRecord record, List<String> header, Map<String, Integer> places, TableShape table) {
    int fields = record.fields().size();
    if (record.problem().isPresent() || fields != header.size()) {
      String ragged = fields < header.size() ? "TOO_FEW_FIELDS" : "TOO_MANY_FIELDS";
      return table.broken(record.line(), record.csv(), record.problem().orElse(ragged));
    }
    String[] cells = new String[table.columns().size()];
    for (int i = 0; i < fields; i++) {
      Integer column = places.get(header.get(i));
      if (column != null) {
        cells[column] = record.fields().get(i);
      }
    }
    return new RawRow(
        record.line(),
        cells,
        () -> RawText.csvWithout(header, record.fields(), table.refused()),
        Optional.empty());
  }
}
