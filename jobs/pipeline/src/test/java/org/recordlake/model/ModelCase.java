package org.recordlake.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.testing.ProjectFolder;

/**
 * A model's given/expect file: the rows it is given, table by table, and the rows it must make of
 * them as of a day.
 *
 * @param minimumGroup people a group must have; 10 if not said
 * @param conf folder of the configuration below {@code models-conf}; the project's if not said
 * @param defaults values of columns that the rows of a table share
 * @param given rows by table; a row with {@code times: n} stands for n rows in which {@code {n}} is
 *     1 to n; columns not named are empty, and so are tables not named
 * @param expect all rows of the mart in the order of its key; columns not named are not compared,
 *     {@code ~} is empty
 */
record ModelCase(
    String title,
    LocalDate asOf,
    Optional<Integer> minimumGroup,
    Optional<String> conf,
    Map<String, Map<String, String>> defaults,
    Map<String, List<Map<String, String>>> given,
    List<Map<String, String>> expect) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  static ModelCase read(Path file) {
    try {
      Map<String, Object> content =
          YAML.readValue(Files.readString(file), new TypeReference<>() {});
      return new ModelCase(
          (String) content.get("title"),
          LocalDate.parse((String) content.get("as_of")),
          Optional.ofNullable((Integer) content.get("minimum_group")),
          Optional.ofNullable((String) content.get("conf")),
          part(content.getOrDefault("defaults", Map.of()), new TypeReference<>() {}),
          part(content.getOrDefault("given", Map.of()), new TypeReference<>() {}),
          part(content.get("expect"), new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  ModelParameters parameters() {
    Path folder =
        conf.map(name -> Path.of("src/test/resources/models-conf", name))
            .orElseGet(ProjectFolder::conf);
    return new ModelParameters(asOf, minimumGroup.orElse(10), Optional.of(folder));
  }

  private static <T> T part(Object content, TypeReference<T> type) {
    return YAML.convertValue(content, type);
  }
}
