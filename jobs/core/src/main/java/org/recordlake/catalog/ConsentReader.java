package org.recordlake.catalog;

import java.util.Optional;
import org.recordlake.config.YamlNode;

/** Reads the {@code consent} of a catalogue file. */
final class ConsentReader {
  private ConsentReader() {}

  static Optional<Consent> read(YamlNode node) {
    try (node) {
      Optional<Condition> when = TableReader.condition(node);
      if (when.isEmpty()) {
        node.problem("when", "missing", "Say which rows need the choice, as {column: ..., in: []}");
      }
      return when.map(
          condition ->
              new Consent(
                  condition,
                  node.texts("unnamed"),
                  node.text("table"),
                  TableReader.words(node, "by"),
                  node.text("column"),
                  node.child("spell").map(ConsentReader::spell),
                  node.text("refused"),
                  node.text("unknown")));
    }
  }

  private static Consent.Spell spell(YamlNode node) {
    try (node) {
      return new Consent.Spell(node.text("at"), node.text("from"), node.text("to"));
    }
  }
}
