package org.recordlake.format;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A workbook whose sheets hold several tables: each is read by its own layout, and rows of those
 * that have none belong to no table of the catalogue.
 *
 * @param known tables of known layouts, at least one
 * @param unknown places of the others
 */
public record SheetsReader(List<Known> known, List<Integer> unknown) implements SourceReader {
  public SheetsReader {
    known = List.copyOf(known);
    unknown = List.copyOf(unknown);
  }

  /**
   * A table under one header.
   *
   * @param place its place in the workbook, from 0
   * @param tables the catalogue's tables its rows are for
   */
  public record Known(int place, SourceReader reader, Set<String> tables) implements Serializable {}

  /**
   * @param heads beginnings of the workbook's tables
   * @param readers those that may read them, the more demanding first
   */
  public static Optional<SheetsReader> of(List<Head> heads, List<SourceReader> readers) {
    List<Known> known = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    IntStream.range(0, heads.size())
        .forEach(
            place ->
                known(place, heads.get(place), readers)
                    .ifPresentOrElse(known::add, () -> unknown.add(place)));
    return known.isEmpty() ? Optional.empty() : Optional.of(new SheetsReader(known, unknown));
  }

  private static Optional<Known> known(int place, Head head, List<SourceReader> readers) {
    return readers.stream()
        .map(reader -> new Known(place, reader, Set.copyOf(reader.tables(head))))
        .filter(known -> !known.tables().isEmpty())
        .findFirst();
  }

  /** The catalogue's tables the file's rows are for. */
  public Set<String> tables() {
    return known.stream()
        .flatMap(one -> one.tables().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String format() {
    return known.get(0).reader().format();
  }

  @Override
  public Set<String> tables(Head head) {
    return tables();
  }

  @Override
  public boolean partial() {
    return known.get(0).reader().partial();
  }

  @Override
  public DaysFrom daysFrom(Head head) {
    return known.get(0).reader().daysFrom(head);
  }

  @Override
  public Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    List<Opening> parts = new ArrayList<>();
    known.stream()
        .filter(one -> one.tables().contains(table.name()))
        .forEach(one -> parts.add(() -> one.reader().rows(file.table(one.place()), table)));
    if (tables().iterator().next().equals(table.name())) {
      unknown.forEach(place -> parts.add(() -> outside(file.table(place).records(), table)));
      parts.add(() -> outside(file.loose(), table));
    }
    return new Parts(parts.iterator());
  }

  private static Iterator<RawRow> outside(Iterator<SourceRecord> records, TableShape table) {
    return Batches.mapped(records, record -> table.outside(record.line()));
  }

  /** Opens a part of the file. */
  private interface Opening {
    Iterator<RawRow> rows() throws IOException;
  }

  /** The rows of one part after the other, each opened when its turn comes. */
  private static final class Parts extends Batches<RawRow> {
    private final Iterator<Opening> parts;
    private Iterator<RawRow> part = Collections.emptyIterator();

    Parts(Iterator<Opening> parts) {
      this.parts = parts;
    }

    @Override
    protected boolean more() {
      if (part.hasNext()) {
        add(part.next());
        return true;
      } else if (!parts.hasNext()) {
        return false;
      }
      try {
        part = parts.next().rows();
        return true;
      } catch (IOException e) {
        throw Unpacking.failure(e);
      }
    }
  }
}
