package org.recordlake.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which sheets of a workbook are one table: those under one header. Its header is one of the first
 * rows of a sheet that are wider than all above them. Sheets without such a row above the first
 * table, such as covers, belong to it; below they belong to none.
 *
 * @param <S> a sheet
 */
final class SheetGroups<S> {
  /** Rows of a later sheet among which the header of an earlier one is looked for. */
  static final int LONGEST_PREAMBLE = 12;

  private final Function<S, Iterator<SourceRecord>> rows;
  private final List<Group<S>> groups = new ArrayList<>();
  private final List<S> loose = new ArrayList<>();

  private final List<SourceRecord> above = new ArrayList<>();

  /**
   * @param headers rows that may be the header, the widest last
   */
  private record Group<S>(List<List<String>> headers, List<S> sheets) {}

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

  /** Rows of no table: those of sheets without one, and titles of those that go on with one. */
  Iterator<SourceRecord> loose() {
    Stream<SourceRecord> sheets =
        loose.stream()
            .flatMap(
                sheet ->
                    StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(rows.apply(sheet), Spliterator.ORDERED),
                        false));
    return Stream.concat(above.stream(), sheets).iterator();
  }

  private void place(S sheet) {
    try {
      List<SourceRecord> first = first(sheet);
      List<List<String>> headers = headers(first);
      Optional<Group<S>> known =
          groups.stream().filter(group -> goesOn(group, headers, first)).findFirst();
      if (known.isPresent()) {
        known.get().sheets().add(sheet);
        above.addAll(first.subList(0, headerPlace(known.get(), first)));
      } else if (headers.isEmpty()) {
        loose.add(sheet);
      } else {
        found(headers, sheet);
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

  private void found(List<List<String>> headers, S sheet) {
    Group<S> group = new Group<>(headers, new ArrayList<>());
    if (groups.isEmpty()) {
      group.sheets().addAll(loose);
      loose.clear();
    }
    group.sheets().add(sheet);
    groups.add(group);
  }

  private List<SourceRecord> first(S sheet) {
    List<SourceRecord> first = new ArrayList<>();
    Iterator<SourceRecord> all = rows.apply(sheet);
    while (first.size() < LONGEST_PREAMBLE && all.hasNext()) {
      first.add(all.next());
    }
    return first;
  }

  private static List<List<String>> headers(List<SourceRecord> first) {
    List<List<String>> headers = new ArrayList<>();
    for (SourceRecord record : first) {
      List<String> said = said(record);
      int widest = headers.isEmpty() ? 1 : headers.get(headers.size() - 1).size();
      if (said.size() > widest) {
        headers.add(said);
      }
    }
    return headers;
  }

  /**
   * Whether a row near the top is the widest of the table's headers, or the sheet's widest is one.
   */
  private static <S> boolean goesOn(
      Group<S> group, List<List<String>> headers, List<SourceRecord> first) {
    if (group.headers().isEmpty() || headers.isEmpty()) {
      return false;
    }
    List<String> widest = group.headers().get(group.headers().size() - 1);
    return group.headers().contains(headers.get(headers.size() - 1))
        || first.stream().map(SheetGroups::said).anyMatch(widest::equals);
  }

  private static <S> int headerPlace(Group<S> group, List<SourceRecord> first) {
    int place = 0;
    for (int i = 0; i < first.size(); i++) {
      place = group.headers().contains(said(first.get(i))) ? i : place;
    }
    return place;
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
