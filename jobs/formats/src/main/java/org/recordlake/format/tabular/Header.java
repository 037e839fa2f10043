package org.recordlake.format.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** Names asked for so far, in that order, and where they lie; -1 where there is none. */
  private final List<String> asked = new ArrayList<>();

  private final List<Integer> answers = new ArrayList<>();
  private int likely;

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
    for (String name : plainNames) {
      if (!has(name)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of {@code plainNames} stands here. */
  public boolean hasAny(String... plainNames) {
    for (String name : plainNames) {
      if (has(name)) {
        return true;
      }
    }
    return false;
  }

  /** Where the column lies, from 0; -1 if there is none. */
  int place(String plainName) {
    // Readers ask the same for every record, so the answer before tells the next.
    for (int i = 0; i < asked.size(); i++) {
      int at = (likely + i) % asked.size();
      if (asked.get(at).equals(plainName)) {
        likely = at + 1;
        return answers.get(at);
      }
    }
    asked.add(plainName);
    answers.add(places.getOrDefault(plainName, -1));
    likely = asked.size();
    return answers.get(likely - 1);
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
