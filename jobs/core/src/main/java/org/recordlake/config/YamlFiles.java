package org.recordlake.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.problem.Problem;

/**
 * Opens YAML files as {@link YamlNode}s; an unreadable or malformed file is a problem like any
 * other.
 */
public final class YamlFiles {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private YamlFiles() {}

  /** The root mapping of {@code file}, or empty with a problem added. */
  public static Optional<YamlNode> open(Path file, List<Problem> problems) {
    return tree(file, problems).map(json -> new YamlNode(json, file.toString(), "", problems));
  }

  /** Every {@code *.yaml} file directly inside {@code folder}, by name. */
  public static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Optional<JsonNode> tree(Path file, List<Problem> problems) {
    try {
      JsonNode json = YAML.readTree(Files.readString(file));
      if (json != null && json.isObject()) {
        return Optional.of(json);
      }
      problems.add(
          new Problem(
              "is not a mapping of keys to values", file.toString(), "Write 'key: value' lines"));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(
          new Problem(
              "is not valid YAML near line " + line,
              file.toString(),
              "Check indentation, quotes and doubled keys there"));
    } catch (IOException e) {
      problems.add(
          new Problem(
              "cannot be read", file.toString(), "Check that the file exists and is UTF-8"));
    }
    return Optional.empty();
  }
}
