package org.recordlake.insights.needs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.recordlake.config.YamlNode;

/** Reads {@code conf/needs/kinds.yaml}. */
final class KindsReader {
  /** The kinds that the models find: there is a model {@code stg_need_<kind>} of each. */
  static final List<String> KINDS =
      List.of(
          "stated",
          "competitor_share",
          "declining",
          "lapsing",
          "white_space",
          "bought_together",
          "answered_campaign",
          "asked_publication",
          "came_to_event",
          "contract_ending");

  private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}?");
  private static final List<String> PLACES = List.of("{service}", "{guide}");

  private KindsReader() {}

  record Kinds(int horizonDays, List<KindRule> rules) {}

  static Kinds read(YamlNode root) {
    try (root) {
      int horizon = root.number("horizon_days", 0);
      if (horizon < 1) {
        root.problem("horizon_days", "missing or not positive", "Say within how many days");
      }
      List<KindRule> rules = root.children("kinds").stream().map(KindsReader::rule).toList();
      List<String> given = rules.stream().map(KindRule::kind).toList();
      if (given.size() != KINDS.size() || !given.containsAll(KINDS)) {
        root.problem("kinds", "not each kind of need once", "Describe each of " + KINDS);
      }
      return new Kinds(horizon, rules);
    }
  }

  private static KindRule rule(YamlNode node) {
    try (node) {
      return new KindRule(
          node.text("kind"),
          node.text("name"),
          Share.of(node, "win_share"),
          worded(node, "next_step"),
          worded(node, "material"));
    }
  }

  private static String worded(YamlNode node, String key) {
    String text = node.text(key);
    List<String> unknown =
        PLACE
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(p -> !PLACES.contains(p))
            .toList();
    if (!unknown.isEmpty()) {
      node.problem(key, "holds " + unknown, "Use " + PLACES);
    }
    return text;
  }
}
