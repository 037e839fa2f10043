package org.recordlake.insights.needs;

import org.recordlake.config.YamlNode;

/** A number from 0 to 1 in a YAML file. */
final class Share {
  private Share() {}

  static double of(YamlNode node, String key) {
    if (!node.has(key)) {
      node.problem(key, "missing", "Add the key '" + key + "'");
    }
    return node.parsed(key, "a number from 0 to 1", Share::parse).orElse(0.0);
  }

  private static Double parse(String text) {
    double share = Double.parseDouble(text);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("out of range");
    }
    return share;
  }
}
