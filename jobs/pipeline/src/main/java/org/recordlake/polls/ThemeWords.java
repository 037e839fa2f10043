package org.recordlake.polls;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.recordlake.config.YamlFiles;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * What {@code conf/themes.yaml} knows of words.
 *
 * @param between words that may stand inside a phrase and not at its ends
 * @param empty words that tell nothing alone
 */
record ThemeWords(Set<String> between, Set<String> empty) implements Serializable {
  /** Of words nothing is known. */
  static final ThemeWords NONE = new ThemeWords(Set.of(), Set.of());

  private static final String FILE = "themes.yaml";

  ThemeWords {
    between = Set.copyOf(between);
    empty = Set.copyOf(empty);
  }

  /**
   * Those of an installation, none without the file.
   *
   * @throws Failure (configuration) naming every mistake in the file
   */
  static ThemeWords load(Path confFolder) {
    Path file = confFolder.resolve(FILE);
    if (!Files.exists(file)) {
      return NONE;
    }
    List<Problem> problems = new ArrayList<>();
    Set<String> between = new HashSet<>();
    Set<String> empty = new HashSet<>();
    YamlFiles.open(file, problems)
        .ifPresent(
            node -> {
              try (node) {
                node.texts("between").forEach(word -> between.add(word.toLowerCase(Locale.ROOT)));
                node.texts("empty").forEach(word -> empty.add(word.toLowerCase(Locale.ROOT)));
              }
            });
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
    return new ThemeWords(between, empty);
  }
}
