package org.recordlake.config.polls;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.recordlake.config.YamlFiles;
import org.recordlake.config.YamlNode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * What is known of poll questions beside the exports, which name neither the kind of a question nor
 * its options. A question is found by its wording; one that is not defined is a single choice whose
 * answers are kept whole.
 */
public final class PollDefinitions implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<String> KINDS =
      Set.of("single", "multiple", "scale", "nps", "text", "quiz");

  private final HashMap<String, QuestionDefinition> byWording;

  private PollDefinitions(Map<String, QuestionDefinition> byWording) {
    this.byWording = new HashMap<>(byWording);
  }

  public static PollDefinitions none() {
    return new PollDefinitions(Map.of());
  }

  /**
   * Every {@code *.yaml} file of {@code folder}; a folder that does not exist defines nothing.
   *
   * @throws Failure (configuration) naming every mistake in any of the files
   */
  public static PollDefinitions load(Path folder) {
    List<Problem> problems = new ArrayList<>();
    Map<String, QuestionDefinition> questions = new HashMap<>();
    for (Path file : YamlFiles.in(folder)) {
      YamlFiles.open(file, problems).ifPresent(node -> read(node, questions));
    }
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
    return new PollDefinitions(questions);
  }

  /**
   * Those of an installation, which lie in {@code polls/} below the folder of its configuration.
   */
  public static PollDefinitions of(Path confFolder) {
    return load(confFolder.resolve("polls"));
  }

  /** What is defined, by {@link #wording}. */
  public Map<String, QuestionDefinition> byWording() {
    return Map.copyOf(byWording);
  }

  /** A question in the form in which wordings are compared: whatever the case and the spacing. */
  public static String wording(String question) {
    return question.replaceAll("[\\p{Z}\\s]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  /** Whether anything is known of {@code question}. */
  public boolean defines(String question) {
    return byWording.containsKey(wording(question));
  }

  private static void read(YamlNode poll, Map<String, QuestionDefinition> questions) {
    try (poll) {
      poll.text("title");
      for (YamlNode node : poll.children("questions")) {
        try (node) {
          String wording = wording(node.text("question"));
          if (questions.put(wording, question(node)) != null) {
            node.problem(
                "question", "is defined twice", "Keep one definition of each question's wording");
          }
        }
      }
    }
  }

  private static QuestionDefinition question(YamlNode node) {
    String kind = node.text("kind");
    if (!KINDS.contains(kind)) {
      node.problem(
          "kind", "no such kind of question", "Use single, multiple, scale, nps, text or quiz");
    }
    List<String> options = node.texts("options");
    List<String> correct = node.texts("correct");
    if (!options.containsAll(correct)) {
      node.problem("correct", "is none of the options", "Repeat the option word for word");
    }
    return new QuestionDefinition(kind, options, correct, node.flag("sensitive", false));
  }

  public QuestionDefinition question(String question) {
    return byWording.getOrDefault(wording(question), QuestionDefinition.UNKNOWN);
  }
}
