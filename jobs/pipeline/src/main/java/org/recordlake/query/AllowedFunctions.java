package org.recordlake.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The functions of Spark that a query may call, read from a list that comes with the program. Spark
 * has some five hundred and gets more with each version; among them are such as run any Java
 * method, read files or tell about the machine. What is not on the list cannot be called.
 */
final class AllowedFunctions {
  private static final String RESOURCE = "/sql/functions.txt";

  /** Where the list stands, for people. */
  static final String SOURCE = "jobs/pipeline/src/main/resources" + RESOURCE;

  static final Set<String> NAMES = read(RESOURCE);

  private AllowedFunctions() {}

  /** The words of such a list. */
  static Set<String> read(String resource) {
    try (InputStream stream = AllowedFunctions.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
