package org.recordlake.format.tabular;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.format.SecretColumns;
import org.recordlake.format.SourceRecord;

/**
 * The names above a table's columns. Exports write one name in many ways, so names are compared by
 * their letters and digits alone: {@code Record ID}, {@code record_id} and {@code RecordId} are
 * one.
 */
public final class Header {
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final SecretColumns secret;

  private Header(List<String> names) {
    this.names = names;
    for (int place = 0; place < names.size(); place++) {
      places.putIfAbsent(plain(names.get(place)), place);
    }
    this.secret = SecretColumns.of(names);
  }

  public static Header of(SourceRecord record) {
    return new Header(record.fields());
  }

  /** {@code name} by its letters and digits, lower case. */
  public static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** Number of columns. */
  public int width() {
    return names.size();
  }

  /** Name of the column at {@code place}, from 0, as the file writes it. */
  public String name(int place) {
    return names.get(place);
  }

  public boolean has(String plainName) {
    return places.containsKey(plainName);
  }

  public boolean hasAll(String... plainNames) {
    return Stream.of(plainNames).allMatch(this::has);
  }

  /** Whether one of {@code plainNames} stands here. */
  public boolean hasAny(String... plainNames) {
    return Stream.of(plainNames).anyMatch(this::has);
  }

  /** Where the column lies, from 0; -1 if there is none. */
  int place(String plainName) {
    return places.getOrDefault(plainName, -1);
  }

  /** {@code record} as one CSV line, with what stands under the name of a secret left empty. */
  String raw(SourceRecord record) {
    return secret.without(record).csv();
  }

  @Override
  public String toString() {
    return names.stream().map(Header::plain).collect(Collectors.joining(","));
  }
}
