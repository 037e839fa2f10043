package org.recordlake.insights.campaigns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.config.YamlFiles;
import org.recordlake.config.YamlNode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * How campaigns are judged and when to leave people alone.
 *
 * @param attributionDays days before an order in which a contact is credited with it
 * @param caps most contacts of one person by channel
 */
public record CampaignRules(int attributionDays, List<Cap> caps) {
  static final String FILE = "campaigns.yaml";

  private static final List<String> CHANNELS = List.of("mail", "email", "phone", "web", "field");

  public CampaignRules {
    caps = List.copyOf(caps);
  }

  /**
   * A limit of contacts.
   *
   * @param contacts most contacts of one person within the days
   */
  public record Cap(String channel, int contacts, int days) {}

  /**
   * @param confFolder folder that holds {@code campaigns.yaml}
   * @throws Failure (configuration) naming file, key path and mend of every mistake
   */
  public static CampaignRules load(Path confFolder) {
    List<Problem> problems = new ArrayList<>();
    Optional<CampaignRules> rules =
        YamlFiles.open(confFolder.resolve(FILE), problems).map(CampaignRules::read);
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
    return rules.orElseThrow();
  }

  private static CampaignRules read(YamlNode root) {
    try (root) {
      return new CampaignRules(
          positive(root, "attribution_days"),
          root.children("caps").stream().map(CampaignRules::cap).toList());
    }
  }

  private static Cap cap(YamlNode node) {
    try (node) {
      String channel = node.text("channel");
      if (!CHANNELS.contains(channel)) {
        node.problem("channel", "there is no such channel", "Use one of " + CHANNELS);
      }
      return new Cap(channel, positive(node, "contacts"), positive(node, "days"));
    }
  }

  private static int positive(YamlNode node, String key) {
    int number = node.number(key, 0);
    if (number < 1) {
      node.problem(key, "missing or not positive", "Give a whole number from 1");
    }
    return number;
  }
}
