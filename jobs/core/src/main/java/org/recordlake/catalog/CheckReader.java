package org.recordlake.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.config.YamlNode;

/** Reads one entry of {@code checks}; an entry may hold several checks of one column. */
final class CheckReader {
  private CheckReader() {}

  static List<Check> read(YamlNode node) {
    try (node) {
      String column = node.text("column");
      Optional<Condition> when = TableReader.condition(node);
      Optional<String> code = node.optionalText("code");
      List<Check> checks = new ArrayList<>();
      node.parsed("min", "a number", BigDecimal::new)
          .ifPresent(
              least -> checks.add(new Check.Min(column, least, when, code.orElse("TOO_SMALL"))));
      node.parsed("max", "a number", BigDecimal::new)
          .ifPresent(
              most -> checks.add(new Check.Max(column, most, when, code.orElse("TOO_LARGE"))));
      if (node.has("in")) {
        checks.add(
            new Check.In(column, TableReader.words(node, "in"), when, code.orElse("NOT_ALLOWED")));
      }
      node.choice("matches", Check.Pattern.class)
          .ifPresent(
              pattern ->
                  checks.add(
                      new Check.Matches(
                          column, pattern, when, code.orElse("NOT_A_" + pattern.name()))));
      node.optionalText("not_before")
          .ifPresent(
              other ->
                  checks.add(
                      new Check.NotBefore(
                          column,
                          other,
                          when,
                          code.orElse("BEFORE_" + other.toUpperCase(java.util.Locale.ROOT)))));
      node.optionalText("equals")
          .ifPresent(
              value -> checks.add(new Check.Equals(column, value, when, code.orElse("NOT_EQUAL"))));
      if (node.flag("empty", false)) {
        checks.add(new Check.Empty(column, when, code.orElse("NOT_EMPTY")));
      }
      if (checks.isEmpty()) {
        node.problem(
            "column",
            "has no check beside it",
            "Add min, max, in, matches, not_before, equals or empty");
      }
      return checks;
    }
  }
}
