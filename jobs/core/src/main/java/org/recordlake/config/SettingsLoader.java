package org.recordlake.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.config.GivenSettings.Given;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Reads {@link Settings}: the file first, then the overrides, then one report of everything that is
 * wrong.
 */
public final class SettingsLoader {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Setting<?>, Object> values = new HashMap<>();
  private final String file;
  private final GivenSettings given;

  private SettingsLoader(Path file) {
    this.file = file.toString();
    this.given = new GivenSettings(this.file, problems);
  }

  /**
   * @param file the settings file; its parent is the conf folder and its grandparent the home
   * @param overrides dotted key to value, as given with {@code --set} and the path options
   * @throws Failure (configuration) naming every mistake
   */
  public static Settings load(Path file, Map<String, String> overrides) {
    SettingsLoader loader = new SettingsLoader(file);
    YamlFiles.tree(file, loader.problems).ifPresent(root -> loader.read(root, overrides));
    if (!loader.problems.isEmpty()) {
      throw Failure.configuration(loader.problems);
    }
    return loader.settings(file.toAbsolutePath().normalize());
  }

  private void read(JsonNode root, Map<String, String> overrides) {
    given.add(root);
    given.add(overrides);
    Setting.ALL.forEach(this::read);
    given.spark().forEach(this::check);
  }

  private <T> void read(Setting<T> setting) {
    Optional<Given> said = given.of(setting);
    if (said.isPresent()) {
      read(setting, said.get());
    } else if (setting.required()) {
      problem("missing", file + " at " + setting.key(), "Give " + setting.type().expected());
    } else {
      setting
          .otherwise()
          .ifPresent(text -> values.put(setting, setting.type().parse().apply(text)));
    }
  }

  private <T> void read(Setting<T> setting, Given said) {
    String expected = setting.type().expected();
    if (!said.isWritten(setting.type())) {
      problem("expected " + expected, said.place(), "Correct the value, and its quotes");
      return;
    }
    try {
      values.put(setting, setting.type().parse().apply(said.text()));
    } catch (IllegalArgumentException | java.time.DateTimeException mistake) {
      problem("expected " + expected, said.place(), "Correct the value");
    }
  }

  private void check(String name, Given said) {
    if (!said.node().map(JsonNode::isValueNode).orElse(true)) {
      problem("expected a single value", said.place(), "Write the whole name as one key");
    } else if (!name.startsWith("spark.")) {
      problem("no name of a Spark setting", said.place(), "Spark's settings begin with 'spark.'");
    } else {
      LockedSettings.problem(name, said.text(), said.place()).ifPresent(problems::add);
    }
  }

  private void problem(String what, String place, String mend) {
    problems.add(new Problem(what, place, mend));
  }

  private Settings settings(Path file) {
    Path conf = file.getParent();
    Path home = Optional.ofNullable(conf.getParent()).orElse(conf);
    return new Settings(
        new Settings.Installation(conf, value(Setting.NOTICE), value(Setting.TIME_ZONE)),
        new Settings.Places(
            uri(home, value(Setting.LAKE)),
            find(Setting.REPORTS).map(text -> uri(home, text)),
            home.resolve(value(Setting.LOGS))),
        new Settings.Landing(
            uri(home, value(Setting.LANDING)), value(Setting.KEEP_DAYS), value(Setting.CONSUME)),
        keys(home),
        new Settings.Ingest(
            value(Setting.MAX_QUARANTINED_SHARE),
            value(Setting.PARALLEL_TABLES),
            value(Setting.ONE_PASS_FROM_MB),
            value(Setting.AMBIGUOUS_DATES)),
        new Settings.Suppression(value(Setting.MINIMUM_GROUP)),
        new Settings.Spark(value(Setting.MASTER), sparkSettings()));
  }

  private Settings.Keys keys(Path home) {
    Settings.KeySource source = value(Setting.KEY_SOURCE);
    String location = value(Setting.KEY_LOCATION);
    return new Settings.Keys(
        source, source == Settings.KeySource.FILE ? home.resolve(location).toString() : location);
  }

  private Map<String, String> sparkSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    given.spark().forEach((name, said) -> settings.put(name, said.text()));
    return settings;
  }

  /** The value of a setting that is required or has a default. */
  private <T> T value(Setting<T> setting) {
    return find(setting).orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable((T) values.get(setting));
  }

  /** A URI with a scheme stays as it is; anything else is a path under {@code home}. */
  private static String uri(Path home, String text) {
    return text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
        ? text.replaceAll("/+$", "")
        : home.resolve(text).normalize().toString();
  }
}
