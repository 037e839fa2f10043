package org.recordlake.format.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A file of words beside this class, in UTF-8. A line is {@code key: value}; several lines of one
 * key add up, so that each language can have lines of its own; lines that begin with {@code #} are
 * remarks. Values are words divided by bars, or parts of one regular expression, which bars divide
 * as well.
 */
public final class WordFile {
  private final String name;
  private final Map<String, List<String>> values;

  private WordFile(String name, Map<String, List<String>> values) {
    this.name = name;
    this.values = values;
  }

  /**
   * @throws IllegalStateException naming the line that is wrong, if one is
   */
  public static WordFile of(String name) {
    try (InputStream in = WordFile.class.getResourceAsStream(name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("there is no file of words '" + name + "'");
      }
      return new WordFile(
          name, read(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, List<String>> read(String name, BufferedReader lines) throws IOException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(": ");
      if (colon < 1 || line.substring(colon + 2).isBlank() || line.indexOf('\uFFFD') >= 0) {
        throw new IllegalStateException(
            "words/" + name + ".txt, line " + number + ": write key: value");
      }
      List<String> known =
          values.computeIfAbsent(line.substring(0, colon).strip(), key -> new ArrayList<>());
      String value = line.substring(colon + 2).strip();
      if (known.contains(value)) {
        throw new IllegalStateException(
            "words/" + name + ".txt, line " + number + ": says what a line above says");
      }
      known.add(value);
    }
    return values;
  }

  /** Its keys in their order. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /**
   * All that is said of {@code key}, as one text in which a bar divides the lines.
   *
   * @throws IllegalStateException if nothing is
   */
  public String text(String key) {
    return String.join("|", lines(key));
  }

  /** The words of {@code key}, in their order. */
  public List<String> words(String key) {
    return List.of(text(key).split("\\s*\\|\\s*"));
  }

  /** Whether anything is said of {@code key}. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** What is said of {@code key}, line by line, if anything is. */
  public List<String> linesIfAny(String key) {
    return has(key) ? lines(key) : List.of();
  }

  /**
   * Every line of {@code key}, made into something.
   *
   * @throws IllegalStateException naming the key if a line is no such thing
   */
  public <T> List<T> each(String key, Function<String, T> made) {
    try {
      return lines(key).stream().map(made).toList();
    } catch (IllegalArgumentException e) {
      throw mistake(key, e.getMessage());
    }
  }

  /** Says what is wrong with the lines of {@code key}. */
  public IllegalStateException mistake(String key, String what) {
    return new IllegalStateException("words/" + name + ".txt, " + key + ": " + what);
  }

  /** What is said of {@code key}, line by line. */
  public List<String> lines(String key) {
    return Optional.ofNullable(values.get(key))
        .map(Collections::unmodifiableList)
        .orElseThrow(
            () -> new IllegalStateException("words/" + name + ".txt says nothing of " + key));
  }

  /** Every key with its text, made into something, in their order. */
  public <T> List<T> each(BiFunction<String, String, T> made) {
    return keys().stream().map(key -> made.apply(key, text(key))).toList();
  }
}
