package org.recordlake.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of names and addresses, from text files beside this class. */
final class WordList {
  private WordList() {}

  /** All words of a file. */
  static Set<String> words(String name) {
    return lines(name).stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
  }

  /** The first word of each line of a file, by those that follow it: its short forms. */
  static Map<String, String> fullForms(String name) {
    Map<String, String> full = new HashMap<>();
    for (List<String> line : lines(name)) {
      line.stream().skip(1).forEach(word -> full.put(word, line.get(0)));
    }
    return Map.copyOf(full);
  }

  private static List<List<String>> lines(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.strip().split(" +")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
