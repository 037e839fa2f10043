package org.recordlake.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.config.Settings.Ingest;
import org.recordlake.config.Settings.KeySource;
import org.recordlake.config.Settings.Keys;
import org.recordlake.config.Settings.Landing;
import org.recordlake.config.Settings.Spark;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Reads {@link Settings}: the file first, then the overrides, then one report of everything that is
 * wrong.
 */
public final class SettingsLoader {
  private SettingsLoader() {}

  /**
   * @param file the settings file; its parent is the conf folder and its grandparent the home
   * @param overrides dotted key to value, as given with {@code --set} and the path options
   * @throws Failure (configuration) naming every mistake
   */
  public static Settings load(Path file, Map<String, String> overrides) {
    List<Problem> problems = new ArrayList<>();
    Settings settings =
        YamlFiles.tree(file, problems)
            .map(json -> withOverrides(json, overrides))
            .map(
                json ->
                    read(
                        new YamlNode(json, file.toString(), "", problems),
                        file.toAbsolutePath().normalize()))
            .orElse(null);
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
    return settings;
  }

  private static JsonNode withOverrides(JsonNode json, Map<String, String> overrides) {
    ObjectNode root = json.deepCopy();
    overrides.forEach((key, value) -> set(root, key, value));
    return root;
  }

  private static void set(ObjectNode root, String dottedKey, String value) {
    boolean sparkSetting = dottedKey.startsWith("spark.settings.");
    String[] parts =
        sparkSetting
            ? new String[] {"spark", "settings", dottedKey.substring("spark.settings.".length())}
            : dottedKey.split("\\.", -1);
    ObjectNode node = root;
    for (int i = 0; i < parts.length - 1; i++) {
      node =
          node.path(parts[i]).isObject()
              ? (ObjectNode) node.get(parts[i])
              : node.putObject(parts[i]);
    }
    node.set(parts[parts.length - 1], typed(node, value));
  }

  private static JsonNode typed(ObjectNode node, String value) {
    if (value.equals("true") || value.equals("false")) {
      return node.booleanNode(Boolean.parseBoolean(value));
    }
    return value.matches("-?\\d{1,9}")
        ? node.numberNode(Integer.parseInt(value))
        : node.textNode(value);
  }

  private static Settings read(YamlNode root, Path file) {
    Path home = Optional.ofNullable(file.getParent().getParent()).orElse(file.getParent());
    try (root) {
      return new Settings(
          home,
          file.getParent(),
          root.text("notice"),
          root.parsed("timeZone", "a time zone such as America/New_York", ZoneId::of)
              .orElse(ZoneId.of("UTC")),
          uri(home, root.text("lake")),
          landing(home, root),
          root.optionalText("reports").map(text -> uri(home, text)),
          home.resolve(root.text("logs")),
          keys(home, root),
          ingest(root),
          root.child("suppression").map(SettingsLoader::threshold).orElse(11),
          spark(root));
    }
  }

  private static Landing landing(Path home, YamlNode root) {
    try (YamlNode node = required(root, "landing")) {
      return new Landing(
          uri(home, node.text("folder")), node.number("keepDays", 7), node.flag("consume", false));
    }
  }

  private static Keys keys(Path home, YamlNode root) {
    try (YamlNode node = required(root, "keys")) {
      KeySource source = node.choice("source", KeySource.class).orElse(KeySource.FILE);
      String location = node.text("location");
      return new Keys(
          source, source == KeySource.FILE ? home.resolve(location).toString() : location);
    }
  }

  private static Ingest ingest(YamlNode root) {
    try (YamlNode node = required(root, "ingest")) {
      double share =
          node.parsed("maxQuarantinedShare", "a number from 0 to 1", SettingsLoader::share)
              .orElse(1.0);
      return new Ingest(
          share,
          Math.max(1, node.number("parallelTables", 2)),
          Math.max(0, node.number("onePassFromMb", 32)),
          node.choice("ambiguousDates", DateOrder.class).orElse(DateOrder.MONTH_FIRST));
    }
  }

  private static double share(String text) {
    double share = Double.parseDouble(text);
    if (share < 0 || share > 1) {
      throw new IllegalArgumentException("out of range");
    }
    return share;
  }

  private static int threshold(YamlNode node) {
    try (node) {
      int threshold = node.number("threshold", 11);
      if (threshold < 1) {
        node.problem(
            "threshold", "must be at least 1", "Use 11 unless the privacy office says otherwise");
      }
      return threshold;
    }
  }

  private static Spark spark(YamlNode root) {
    try (YamlNode node = required(root, "spark")) {
      return new Spark(node.text("master"), node.textMap("settings"));
    }
  }

  private static YamlNode required(YamlNode root, String key) {
    return root.child(key)
        .orElseGet(
            () -> {
              root.problem(key, "missing", "Add the section '" + key + "'");
              return new YamlNode(
                  com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(),
                  root.place(),
                  key,
                  new ArrayList<>());
            });
  }

  /** A URI with a scheme stays as it is; anything else is a path under {@code home}. */
  private static String uri(Path home, String text) {
    return text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
        ? text.replaceAll("/+$", "")
        : home.resolve(text).normalize().toString();
  }
}
