package org.recordlake.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything a mart's rows follow from: the SQL (by digest), the parameters it uses, the keys of
 * the pseudonyms (by digest) and each table it reads (by version; a mart by the digest of its own
 * fingerprint). Kept in words, so that a plan can say what changed.
 */
record Fingerprint(SortedMap<String, String> parts) {
  private static final String ABSENT = "none";

  Fingerprint {
    parts = new TreeMap<>(parts);
  }

  static Fingerprint of(Map<String, String> parts) {
    return new Fingerprint(new TreeMap<>(parts));
  }

  /** What {@link #toString} wrote; words it did not write are passed over. */
  static Fingerprint parse(String text) {
    SortedMap<String, String> parts = new TreeMap<>();
    for (String part : text.split(" ", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    return new Fingerprint(parts);
  }

  /** What changed since {@code earlier}, such as {@code sales_orders 4 -> 5}. */
  List<String> since(Fingerprint earlier) {
    return changedSince(earlier).stream()
        .map(name -> name + " " + earlier.part(name) + " -> " + part(name))
        .toList();
  }

  /** Names of the parts that are not what they were. */
  Set<String> changedSince(Fingerprint earlier) {
    Set<String> names = new LinkedHashSet<>(parts.keySet());
    names.addAll(earlier.parts.keySet());
    names.removeIf(name -> part(name).equals(earlier.part(name)));
    return names;
  }

  private String part(String name) {
    return parts.getOrDefault(name, ABSENT);
  }

  String digest() {
    return Digest.of(toString());
  }

  @Override
  public String toString() {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(" "));
  }
}
