package org.recordlake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.TableSpec;
import org.recordlake.problem.Failure;

/**
 * Says which reader and which table a file is for, by its layout: the names its beginning shows,
 * never its values.
 */
final class Layouts {
  private static final int BEGINNING = 1 << 16;

  /** Every reader, the more demanding first. */
  private static final List<SourceReader> READERS =
      List.of(new CatalogueJsonLines(), new CatalogueCsv());

  private final Catalog catalog;
  private final Configuration hadoop;

  Layouts(Catalog catalog, Configuration hadoop) {
    this.catalog = catalog;
    this.hadoop = hadoop;
  }

  /** A file whose layout is known. */
  record Recognised(LandedFile file, SourceReader reader, TableSpec table) {}

  /** The table and reader of {@code file}; empty if no layout fits, or several do. */
  Optional<Recognised> recognise(LandedFile file) {
    byte[] beginning = beginning(file);
    for (SourceReader reader : READERS) {
      Optional<Set<String>> fields = reader.fields(file.name(), beginning);
      if (fields.isPresent()) {
        return table(file.source(), fields.get()).map(table -> new Recognised(file, reader, table));
      }
    }
    return Optional.empty();
  }

  private Optional<TableSpec> table(String source, Set<String> fields) {
    List<TableSpec> pinned =
        catalog.tables().stream()
            .filter(
                table -> table.sources().stream().anyMatch(from -> from.folder().equals(source)))
            .toList();
    List<TableSpec> all =
        catalog.tables().stream().filter(table -> !table.sources().isEmpty()).toList();
    return only(pinned, fields).or(() -> only(all, fields));
  }

  private static Optional<TableSpec> only(List<TableSpec> tables, Set<String> fields) {
    List<TableSpec> fitting = tables.stream().filter(table -> fits(table, fields)).toList();
    List<TableSpec> exact =
        fitting.stream().filter(table -> names(table).equals(withoutSource(fields))).toList();
    return exact.size() == 1
        ? Optional.of(exact.get(0))
        : fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private static boolean fits(TableSpec table, Set<String> fields) {
    boolean known = names(table).containsAll(withoutSource(fields));
    return known
        && table.columns().stream()
            .filter(column -> !column.nullable())
            .map(Column::name)
            .allMatch(fields::contains);
  }

  private static Set<String> names(TableSpec table) {
    return new HashSet<>(table.columns().stream().map(Column::name).toList());
  }

  private static Set<String> withoutSource(Set<String> fields) {
    Set<String> names = new HashSet<>(fields);
    names.remove(TableSpec.RECORD_SOURCE);
    return names;
  }

  private byte[] beginning(LandedFile file) {
    Path path = new Path(file.path());
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      return in.readNBytes(BEGINNING);
    } catch (IOException e) {
      throw Failure.storage(
          "a landed file cannot be read",
          file.source(),
          "Check the permissions, then run again",
          e);
    }
  }
}
