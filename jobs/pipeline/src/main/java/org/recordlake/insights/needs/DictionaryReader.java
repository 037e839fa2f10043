package org.recordlake.insights.needs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.recordlake.config.YamlNode;

/** Reads {@code conf/needs/dictionary.yaml}. */
final class DictionaryReader {
  /** The channels that stg_said tells apart and that state needs. */
  private static final List<String> CHANNELS = List.of("call", "survey", "poll", "chat");

  private DictionaryReader() {}

  static NeedDictionary read(YamlNode root) {
    try (root) {
      List<NamedService> services =
          root.children("services").stream().map(DictionaryReader::service).toList();
      List<Channel> channels =
          root.children("channels").stream().map(DictionaryReader::channel).toList();
      told(root, services);
      allOf(root, channels);
      return new NeedDictionary(
          services, phrases(root, "negations"), channels, phrases(root, "questions"));
    }
  }

  private static void told(YamlNode root, List<NamedService> services) {
    if (services.isEmpty()) {
      root.problem("services", "missing or empty", "Describe at least one service");
    }
    Set<String> seen = new HashSet<>();
    services.stream()
        .map(NamedService::service)
        .filter(service -> !seen.add(service))
        .forEach(
            service ->
                root.problem("services", "'" + service + "' stands twice", "Put both into one"));
  }

  private static void allOf(YamlNode root, List<Channel> channels) {
    List<String> given = channels.stream().map(Channel::channel).toList();
    if (given.size() != CHANNELS.size() || !given.containsAll(CHANNELS)) {
      root.problem("channels", "not each channel once", "Describe each of " + CHANNELS);
    }
  }

  private static NamedService service(YamlNode node) {
    try (node) {
      if (node.texts("words").isEmpty()) {
        node.problem("words", "missing or empty", "List the phrases the service is known by");
      }
      return new NamedService(
          node.text("service"),
          node.text("name"),
          phrases(node, "words"),
          phrases(node, "unless"),
          node.texts("publications"),
          node.text("guide"));
    }
  }

  private static Channel channel(YamlNode node) {
    try (node) {
      int days = node.number("counts_for_days", 0);
      if (days < 1) {
        node.problem(
            "counts_for_days", "missing or not positive", "Say for how many days it counts");
      }
      return new Channel(node.text("channel"), node.text("name"), Share.of(node, "trust"), days);
    }
  }

  private static Phrases phrases(YamlNode node, String key) {
    try {
      return Phrases.of(node.texts(key));
    } catch (IllegalArgumentException mistake) {
      node.problem(
          key, mistake.getMessage(), "Begin each phrase with a word; * stands for an ending");
      return Phrases.of(List.of());
    }
  }
}
