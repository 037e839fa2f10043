package org.recordlake.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.recordlake.config.YamlFiles;
import org.recordlake.config.YamlNode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Poll questions that are one question in several wordings: {@code conf/polls.yaml}. A wording
 * counts in lower case, everything but letters and digits as one space.
 */
final class QuestionNames {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QuestionNames() {}

  /**
   * Name by wording, as a JSON object; empty if there is no such file.
   *
   * @throws Failure (configuration) naming file, key path and mend of every mistake
   */
  static String json(Path confFolder) {
    Path file = confFolder.resolve("polls.yaml");
    Map<String, String> names = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    if (Files.exists(file)) {
      YamlFiles.open(file, problems).ifPresent(root -> read(root, names));
    }
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
    try {
      return JSON.writeValueAsString(names);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON", e);
    }
  }

  private static void read(YamlNode root, Map<String, String> names) {
    try (root) {
      for (YamlNode question : root.children("questions")) {
        try (question) {
          String name = question.text("name");
          for (String wording : question.texts("wordings")) {
            String other = names.put(normalised(wording), name);
            if (other != null && !other.equals(name)) {
              question.problem(
                  "wordings", "a wording already has another name", "Leave it under one name");
            }
          }
        }
      }
    }
  }

  static String normalised(String wording) {
    return wording.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").trim();
  }
}
