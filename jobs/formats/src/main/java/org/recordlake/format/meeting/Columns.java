package org.recordlake.format.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recordlake.format.SecretColumns;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/**
 * The columns of one table, found by the names that a file of words gives them, in the form in
 * which {@link Labels} compares names. The first name that is found counts; one that ends with a
 * star is the beginning of a name.
 */
final class Columns {
  private final WordFile words;
  private final SourceRecord header;
  private final List<String> plain;
  private final Map<String, Integer> places = new HashMap<>();
  private final SecretColumns secret;

  Columns(WordFile words, SourceRecord header) {
    this.words = words;
    this.header = header;
    this.plain = header.fields().stream().map(Labels::plain).toList();
    this.secret = SecretColumns.of(header.fields());
  }

  /** Where a column stands, from 0, or -1. */
  int place(String column) {
    return places.computeIfAbsent(column, any -> find(words.words(column)));
  }

  private int find(List<String> names) {
    return names.stream()
        .flatMap(name -> IntStream.range(0, plain.size()).filter(i -> isCalled(i, name)).boxed())
        .findFirst()
        .orElse(-1);
  }

  private boolean isCalled(int place, String name) {
    return name.endsWith("*")
        ? plain.get(place).startsWith(name.substring(0, name.length() - 1))
        : plain.get(place).equals(name);
  }

  /** Whether all of {@code columns} stand here. */
  boolean has(String... columns) {
    return Stream.of(columns).allMatch(column -> place(column) >= 0);
  }

  /** What a row says in a column; empty if nothing. */
  Optional<String> value(SourceRecord row, String column) {
    return Labels.given(row, place(column));
  }

  /** The same, as empty text if nothing. */
  String text(SourceRecord row, String column) {
    return value(row, column).orElse("");
  }

  /** How many columns stand before the last that has a name. */
  int width() {
    return Labels.width(header);
  }

  /** Whether a row has fields that no column names. */
  boolean isTooNarrowFor(SourceRecord row) {
    return Labels.width(row) > width();
  }

  /** The name at {@code place} as written; empty if there is none. */
  Optional<String> name(int place) {
    return Labels.given(header, place);
  }

  /** The same in the form in which names are compared. */
  String plain(int place) {
    return plain.get(place);
  }

  /** A row without what stands under the name of a secret. */
  SourceRecord withoutSecrets(SourceRecord row) {
    return secret.without(row);
  }
}
