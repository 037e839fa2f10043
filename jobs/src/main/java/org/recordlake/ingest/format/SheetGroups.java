package org.recordlake.ingest.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which sheets of a workbook are one table: those under one header. The header of a sheet is its
 * first row of more than one field. Sheets without one above the first table, such as covers,
 * belong to it; below they belong to none.
 *
 * @param <S> a sheet
 */
final class SheetGroups<S> {
  /** Rows of a later sheet among which the header of an earlier one is looked for. */
  static final int LONGEST_PREAMBLE = 12;

  private final Function<S, Iterator<SourceRecord>> rows;
  private final List<Group<S>> groups = new ArrayList<>();
  private final List<S> loose = new ArrayList<>();

  private record Group<S>(List<String> header, List<S> sheets) {}

  SheetGroups(List<S> sheets, Function<S, Iterator<SourceRecord>> rows) {
    this.rows = rows;
    sheets.forEach(this::place);
    if (groups.isEmpty()) {
      groups.add(new Group<>(List.of(), List.copyOf(loose)));
      loose.clear();
    }
  }

  /** The sheets of each table, in their order. */
  List<List<S>> tables() {
    return groups.stream().map(group -> List.copyOf(group.sheets())).toList();
  }

  /** Sheets of no table. */
  List<S> loose() {
    return List.copyOf(loose);
  }

  private void place(S sheet) {
    try {
      Optional<Group<S>> known = groups.stream().filter(group -> goesOn(group, sheet)).findFirst();
      Optional<List<String>> header = known.isPresent() ? Optional.empty() : header(sheet);
      if (known.isPresent()) {
        known.get().sheets().add(sheet);
      } else if (header.isEmpty()) {
        loose.add(sheet);
      } else {
        found(header.get(), sheet);
      }
    } catch (UnreadableFile e) {
      // It is said where its rows are read, so it must be among those of a table.
      if (groups.isEmpty()) {
        found(List.of(), sheet);
      } else {
        groups.get(0).sheets().add(sheet);
      }
    }
  }

  private void found(List<String> header, S sheet) {
    Group<S> group = new Group<>(header, new ArrayList<>());
    if (groups.isEmpty()) {
      group.sheets().addAll(loose);
      loose.clear();
    }
    group.sheets().add(sheet);
    groups.add(group);
  }

  private boolean goesOn(Group<S> group, S sheet) {
    if (group.header().isEmpty()) {
      return false;
    }
    Iterator<SourceRecord> all = rows.apply(sheet);
    for (int i = 0; i < LONGEST_PREAMBLE && all.hasNext(); i++) {
      if (said(all.next()).equals(group.header())) {
        return true;
      }
    }
    return false;
  }

  private Optional<List<String>> header(S sheet) {
    Iterator<SourceRecord> all = rows.apply(sheet);
    while (all.hasNext()) {
      List<String> said = said(all.next());
      if (!said.isEmpty()) {
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }

  /** The fields without empty ones at the end; one field alone is a title, wherever it stands. */
  static List<String> said(SourceRecord record) {
    List<String> fields = new ArrayList<>(record.fields().stream().map(String::strip).toList());
    while (!fields.isEmpty() && fields.get(fields.size() - 1).isEmpty()) {
      fields.remove(fields.size() - 1);
    }
    long told = fields.stream().filter(field -> !field.isEmpty()).count();
    return told > 1 ? fields : List.of();
  }
}
