package org.recordlake.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recordlake.problem.Problem;

/**
 * What the file and the command line say, by key and with the place where it was said. A key no
 * {@link Setting} has is a problem wherever it stands.
 */
final class GivenSettings {
  private static final String COMMAND_LINE = "command line";

  private final String file;
  private final List<Problem> problems;
  private final Map<String, Given> settings = new LinkedHashMap<>();
  private final Map<String, Given> spark = new LinkedHashMap<>();

  /**
   * A value and where it was said.
   *
   * @param node its node in the file; empty for text of the command line
   */
  record Given(Optional<JsonNode> node, String text, String place) {
    boolean isWritten(SettingType<?> type) {
      return node.map(JsonNode::getNodeType).map(type.written()::equals).orElse(true);
    }
  }

  GivenSettings(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  Optional<Given> of(Setting<?> setting) {
    return Optional.ofNullable(settings.get(setting.key()));
  }

  /** Spark's own settings by their names. */
  Map<String, Given> spark() {
    return spark;
  }

  /** Takes what the file says. */
  void add(JsonNode root) {
    add(root, "");
  }

  /** Takes what the command line says, which weighs more than what was taken before. */
  void add(Map<String, String> overrides) {
    overrides.forEach(
        (key, value) -> {
          Given given = new Given(Optional.empty(), value, COMMAND_LINE + " at " + key);
          if (key.startsWith(Setting.SPARK + ".")) {
            spark.put(key.substring(Setting.SPARK.length() + 1).strip(), given);
          } else if (isSetting(key)) {
            settings.put(key, given);
          } else {
            unknown(key, given.place());
          }
        });
  }

  private void add(JsonNode section, String prefix) {
    section.properties().forEach(entry -> add(prefix, entry.getKey(), entry.getValue()));
  }

  private void add(String prefix, String name, JsonNode node) {
    String key = prefix + name;
    String place = file + " at " + key;
    boolean section = !name.contains(".") && isSection(key);
    if (name.contains(".") || !(section || isSetting(key))) {
      unknown(key, place);
    } else if (!section && !node.isNull()) {
      settings.put(key, new Given(Optional.of(node), node.asText(), place));
    } else if (section && node.isObject()) {
      addSection(key, node);
    } else if (section && !node.isNull()) {
      problems.add(new Problem("expected a mapping", place, "Write its keys below it"));
    }
  }

  private void addSection(String key, JsonNode node) {
    if (!key.equals(Setting.SPARK)) {
      add(node, key + ".");
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String place = file + " at " + key + "." + entry.getKey();
      spark.put(
          entry.getKey().strip(),
          new Given(Optional.of(entry.getValue()), entry.getValue().asText(), place));
    }
  }

  private static boolean isSetting(String key) {
    return Setting.ALL.stream().anyMatch(setting -> setting.key().equals(key));
  }

  private static boolean isSection(String key) {
    return key.equals(Setting.SPARK)
        || Setting.ALL.stream().anyMatch(setting -> setting.key().startsWith(key + "."));
  }

  private void unknown(String key, String place) {
    problems.add(
        new Problem(
            "unknown key",
            place,
            key.startsWith("spark.") || key.contains(".spark.")
                ? "Set Spark's own settings below " + Setting.SPARK
                : "Remove it, or use one of " + siblings(key)));
  }

  /** The keys of the section {@code key} stands in, or all where there is no such section. */
  private static String siblings(String key) {
    String section = key.substring(0, key.lastIndexOf('.') + 1);
    List<String> inSection =
        Setting.ALL.stream().map(Setting::key).filter(each -> each.startsWith(section)).toList();
    return (inSection.isEmpty() ? Setting.ALL.stream().map(Setting::key) : inSection.stream())
        .collect(Collectors.joining(", "));
  }
}
