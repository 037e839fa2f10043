package org.recordlake.generate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The words and figures of the invented world, as {@code invented.yaml} lists them. */
final class Invented {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
  private static final JsonNode WORLD = read();

  private Invented() {}

  /** The texts under these keys. */
  static List<String> words(String... path) {
    return list(String.class, path);
  }

  /** A mapping of texts to texts. */
  static Map<String, String> pairs(String name) {
    return convert(
        YAML.getTypeFactory().constructMapType(Map.class, String.class, String.class), name);
  }

  /** The entries under these keys, each of which has the components of {@code type}. */
  static <T> List<T> list(Class<T> type, String... path) {
    return List.copyOf(
        Invented.<List<T>>convert(
            YAML.getTypeFactory().constructCollectionType(List.class, type), path));
  }

  private static <T> T convert(JavaType type, String... path) {
    JsonNode found = WORLD;
    for (String key : path) {
      found = found.required(key);
    }
    return YAML.convertValue(found, type);
  }

  private static JsonNode read() {
    try (InputStream file = Invented.class.getResourceAsStream("invented.yaml")) {
      return YAML.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
