package org.recordlake.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.recordlake.problem.Problem;

/**
 * A mapping in a YAML file, read key by key. Each mistake becomes a {@link Problem} in the shared
 * list, with the file and the key path, and reading goes on with a harmless value, so that one load
 * reports every mistake. Keys nobody asked for are reported by {@link #close()}.
 */
public final class YamlNode implements AutoCloseable {
  private final JsonNode json;
  private final String file;
  private final String path;
  private final List<Problem> problems;
  private final Set<String> known = new LinkedHashSet<>();

  YamlNode(JsonNode json, String file, String path, List<Problem> problems) {
    this.json = json;
    this.file = file;
    this.path = path;
    this.problems = problems;
  }

  /** The file and, below the root, the key path. */
  public String place() {
    return path.isEmpty() ? file : file + " at " + path;
  }

  public boolean has(String key) {
    known.add(key);
    return json.hasNonNull(key);
  }

  public String text(String key) {
    return optionalText(key).orElseGet(() -> missing(key, ""));
  }

  public Optional<String> optionalText(String key) {
    return scalar(key).map(JsonNode::asText);
  }

  public boolean flag(String key, boolean otherwise) {
    return scalar(key)
        .map(
            value ->
                value.isBoolean() ? value.booleanValue() : wrong(key, "true or false", otherwise))
        .orElse(otherwise);
  }

  public int number(String key, int otherwise) {
    return scalar(key)
        .map(value -> value.isInt() ? value.intValue() : wrong(key, "a whole number", otherwise))
        .orElse(otherwise);
  }

  /**
   * A value that {@code parser} understands; an {@link IllegalArgumentException} or {@link
   * java.time.DateTimeException} of it is reported as a mistake.
   */
  public <T> Optional<T> parsed(String key, String expected, Function<String, T> parser) {
    Optional<String> text = optionalText(key);
    try {
      return text.map(parser);
    } catch (IllegalArgumentException | java.time.DateTimeException mistake) {
      wrong(key, expected, null);
      return Optional.empty();
    }
  }

  /** One constant of an enum, written in lower case. */
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList()
            .toString();
    return parsed(
        key,
        "one of " + choices,
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  public List<String> texts(String key) {
    known.add(key);
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      return wrong(key, "a list", List.of());
    }
    List<String> texts = new ArrayList<>();
    value.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  public Optional<YamlNode> child(String key) {
    known.add(key);
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      return wrong(key, "a mapping", Optional.empty());
    }
    return Optional.of(new YamlNode(value, file, at(key), problems));
  }

  public List<YamlNode> children(String key) {
    known.add(key);
    JsonNode value = json.path(key);
    List<YamlNode> children = new ArrayList<>();
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      return wrong(key, "a list", children);
    }
    for (int index = 0; index < value.size(); index++) {
      String itemPath = at(key) + "[" + index + "]";
      if (value.get(index).isObject()) {
        children.add(new YamlNode(value.get(index), file, itemPath, problems));
      } else {
        problems.add(
            new Problem(
                "expected a mapping", file + " at " + itemPath, "Write it as {key: value, ...}"));
      }
    }
    return children;
  }

  /** A free mapping of names to texts. */
  public Map<String, String> textMap(String key) {
    Map<String, String> map = new LinkedHashMap<>();
    child(key)
        .ifPresent(
            node ->
                node.json
                    .properties()
                    .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText())));
    return map;
  }

  public void problem(String key, String what, String mend) {
    problems.add(new Problem(what, file + " at " + at(key), mend));
  }

  /** The keys of a free mapping, whose values may be texts or mappings. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Whether the value of {@code key} is a mapping and not a text. */
  public boolean isMapping(String key) {
    return json.path(key).isObject();
  }

  /** Reports every key that was never asked for. */
  @Override
  public void close() {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                problem(name, "unknown key", "Remove it, or use one of " + known);
              }
            });
  }

  private Optional<JsonNode> scalar(String key) {
    known.add(key);
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    return value.isValueNode()
        ? Optional.of(value)
        : wrong(key, "a single value", Optional.empty());
  }

  private <T> T missing(String key, T otherwise) {
    problem(key, "missing", "Add the key '" + key + "'");
    return otherwise;
  }

  private <T> T wrong(String key, String expected, T otherwise) {
    problem(key, "expected " + expected, "Correct the value");
    return otherwise;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
