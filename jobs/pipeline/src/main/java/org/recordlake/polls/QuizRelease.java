package org.recordlake.polls;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.disclosure.ProtectionRule;

/**
 * The score distribution of every quiz of two questions or more, as readers may see it: {@code
 * stg_quiz_release}, one row per meeting, poll and number of right answers. It is made only where
 * {@code poll_results} shows every answer to every question of the quiz; where it may not follow
 * what was published before, that stays.
 */
public final class QuizRelease extends CountRelease {
  private static final String LEVEL = "level";

  private static final Shape SHAPE =
      new Shape(
          "stg_quiz_release",
          2,
          "poll_scores",
          "stg_quiz_release_input",
          List.of("meeting_key"),
          List.of(
              "meeting_key",
              "meeting_topic",
              "meeting_date",
              "platform",
              "poll_title",
              "anonymous"),
          List.of("questions", "levels", "right_answers", "editions"),
          StructType.fromDDL("level string, level_order int, people bigint, respondents bigint"));

  public QuizRelease() {
    super(SHAPE);
  }

  @Override
  protected Decision decision(ProtectionRule rule) {
    return row -> {
      int questions = row.<Long>getAs("questions").intValue();
      if (questions < 2) {
        return List.of();
      }
      Map<Integer, Long> people = new HashMap<>();
      Counts.list(row, "levels")
          .forEach(l -> people.put(l.<Long>getAs("rights").intValue(), l.<Long>getAs("people")));
      return released(
              QuizScores.of(questions, people),
              Counts.number(row, "right_answers"),
              Counts.list(row, "editions").stream().map(QuizRelease::edition).toList(),
              rule)
          .map(QuizRelease::shown)
          .orElseGet(() -> List.of(RowFactory.create("(too few to show)", 1, null, null)));
    };
  }

  /**
   * @param rightAnswers as the results of the questions show them; empty if they hide any
   * @param editions every different distribution published so far, the oldest first
   */
  static Optional<ReleasedQuiz> released(
      QuizScores scores,
      OptionalLong rightAnswers,
      List<ReleasedQuiz> editions,
      ProtectionRule rule) {
    List<ReleasedQuiz> earlier = editions.stream().filter(old -> old.passes(rule)).toList();
    Optional<ReleasedQuiz> last = earlier.stream().reduce((one, next) -> next);
    if (rightAnswers.equals(OptionalLong.of(scores.rightAnswers()))) {
      Optional<ReleasedQuiz> now = scores.released(rule);
      boolean known = now.isEmpty() || now.equals(last) || earlier.isEmpty();
      if (known
          || (earlier.size() < QuestionRelease.MOST_EDITIONS
              && now.get().mayFollow(earlier, rule))) {
        return now;
      }
    }
    return last.filter(old -> old.isStillCovered(scores));
  }

  private static ReleasedQuiz edition(Row row) {
    List<Row> lines = Counts.list(row, "lines");
    OptionalLong[] people =
        new OptionalLong[(int) lines.stream().filter(QuizRelease::isLevel).count()];
    lines.stream()
        .filter(QuizRelease::isLevel)
        .forEach(line -> people[rights(line)] = Counts.number(line, "answers"));
    return new ReleasedQuiz(
        row.<Long>getAs("respondents"),
        lines.stream()
            .filter(line -> !isLevel(line))
            .mapToLong(line -> line.<Long>getAs("answers"))
            .sum(),
        Arrays.asList(people));
  }

  private static boolean isLevel(Row line) {
    return line.getAs("answer_kind").equals(LEVEL);
  }

  /** The number that a level's name begins with. */
  private static int rights(Row line) {
    String name = line.getAs("answer");
    return Integer.parseInt(name.substring(0, name.indexOf(' ')));
  }

  private static List<Row> shown(ReleasedQuiz quiz) {
    int questions = quiz.people().size() - 1;
    return IntStream.rangeClosed(0, questions)
        .mapToObj(
            k ->
                RowFactory.create(
                    k + " of " + questions + " right",
                    k + 1,
                    Counts.boxed(quiz.people().get(k)),
                    quiz.total()))
        .toList();
  }
}
