package org.recordlake.format.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.HeadedRows;
import org.recordlake.format.tabular.Header;
import org.recordlake.format.tabular.JsonItems;
import org.recordlake.format.tabular.JsonText;
import org.recordlake.protect.PaymentNumbers;

/** Reads files by a mapping. It streams. */
public record MappedReader(Mapping mapping) implements SourceReader {
  private static final char ANY = Mapping.ANY_DELIMITER;
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  @Override
  public String format() {
    return "mapped:" + mapping.name();
  }

  @Override
  public boolean partial() {
    return mapping.tables().stream().anyMatch(Mapping.Table::partial);
  }

  @Override
  public Set<String> tables(Head head) {
    boolean here = mapping.folder().isEmpty() || mapping.folder().equals(head.source());
    return here && fits(head) ? mapping.tableNames() : Set.of();
  }

  private boolean fits(Head head) {
    if (mapping.form() == Mapping.Form.JSON) {
      return fitsJson(head.text().stripLeading());
    }
    return divided(head).isPresent();
  }

  /**
   * The header's place, where there is one: what divides its fields is what the mapping says, else
   * whatever makes its names appear. A title above it may hold none of it.
   */
  private Optional<Character> divided(Head head) {
    if (head.text().isEmpty()) {
      return head.records().stream().anyMatch(this::isHeader) ? Optional.of(ANY) : Optional.empty();
    }
    return (mapping.delimiter() == ANY ? DELIMITERS : List.of(mapping.delimiter()))
        .stream().filter(delimiter -> hasHeader(head, delimiter)).findFirst();
  }

  private boolean hasHeader(Head head, char delimiter) {
    return head.records(delimiter).stream().anyMatch(this::isHeader);
  }

  /** Names of a JSON text are sought in its beginning: whole objects may not lie in it. */
  private boolean fitsJson(String text) {
    return (text.startsWith("{") || text.startsWith("["))
        && (mapping.header().isEmpty()
            ? mapping.wanted().size() > 0 && !mapping.folder().isEmpty()
            : mapping.header().stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .allMatch(name -> text.contains('"' + name + '"')));
  }

  private boolean isHeader(SourceRecord record) {
    return mapping.isHeader(Header.of(record));
  }

  @Override
  public Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    MappedCells cells = new MappedCells(mapping, file.zone());
    Mapping.Table wanted =
        mapping.tables().stream()
            .filter(given -> given.name().equals(table.name()))
            .findFirst()
            .orElseThrow();
    if (mapping.form() == Mapping.Form.JSON) {
      return new JsonItems(
          file.text(),
          mapping.items(),
          (item, line) ->
              Optional.of(
                  cells.of(wanted, name -> says(item, name)).row(table, line, raw(item, table))));
    }
    char delimiter = divided(file.head()).orElse(ANY);
    Iterator<SourceRecord> records = delimiter == ANY ? file.records() : file.records(delimiter);
    return new HeadedRows(new Below(mapping, wanted, cells), file, records, table);
  }

  /** The rows of one table below a mapped header, in one file. */
  private record Below(Mapping mapping, Mapping.Table wanted, MappedCells cells)
      implements HeadedReader {
    @Override
    public String format() {
      return mapping.name();
    }

    @Override
    public int longestPreamble() {
      return 60;
    }

    @Override
    public Stream<SourceRecord> readings(SourceRecord record) {
      return Stream.of(record);
    }

    @Override
    public Set<String> tables(Header header) {
      return mapping.isHeader(header) ? mapping.tableNames() : Set.of();
    }

    @Override
    public List<RawRow> rows(Fields fields, TableShape table) {
      if (wanted.beside().isEmpty()) {
        return List.of(
            cells.of(wanted, name -> fields.text(Header.plain(name))).row(table, fields));
      }
      List<RawRow> rows =
          OtherColumns.of(fields, wanted.beside()).stream()
              .map(says -> cells.of(wanted, says).row(table, fields))
              .toList();
      boolean tells = mapping.tableNames().stream().sorted().findFirst().get().equals(table.name());
      return rows.isEmpty() && tells ? List.of(table.outside(fields.line())) : rows;
    }
  }

  private static Optional<String> says(JsonNode item, String path) {
    int last = path.lastIndexOf('.');
    JsonNode holder = last < 0 ? item : item.at("/" + path.substring(0, last).replace('.', '/'));
    return JsonText.text(holder, path.substring(last + 1));
  }

  private static String raw(JsonNode item, TableShape table) {
    JsonNode kept = item.deepCopy();
    withoutSecrets(kept, table);
    return kept.toString();
  }

  private static void withoutSecrets(JsonNode node, TableShape table) {
    if (node instanceof ObjectNode object) {
      java.util.List<String> names = new java.util.ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.stream()
          .filter(name -> PaymentNumbers.isSecretLabel(name) || table.refused().contains(name))
          .forEach(object::remove);
    }
    node.forEach(child -> withoutSecrets(child, table));
  }
}
