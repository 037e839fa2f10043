package org.recordlake.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Given names behind their common short forms, from the file {@code nicknames.txt}. */
final class Nicknames {
  private static final Map<String, String> FULL = read();

  private Nicknames() {}

  /** The full form of {@code name}, or itself. */
  static String full(String name) {
    return FULL.getOrDefault(name, name);
  }

  private static Map<String, String> read() {
    try (InputStream in = Nicknames.class.getResourceAsStream("nicknames.txt")) {
      Map<String, String> full = new HashMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        List<String> names = List.of(line.strip().split(" +"));
        if (!line.startsWith("#")) {
          names.stream().skip(1).forEach(name -> full.put(name, names.get(0)));
        }
      }
      return Map.copyOf(full);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
