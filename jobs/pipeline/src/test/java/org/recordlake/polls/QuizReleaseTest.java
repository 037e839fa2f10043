package org.recordlake.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.disclosure.ProtectionRule;

@DisplayName("The score distribution of a quiz")
class QuizReleaseTest {
  private static final ProtectionRule RULE = new ProtectionRule(11);

  @Test
  @DisplayName("is shown where its levels are large enough")
  void shown() {
    assertThat(released(scores(20, 30, 40)).orElseThrow().people())
        .containsExactly(OptionalLong.of(20), OptionalLong.of(30), OptionalLong.of(40));
  }

  @Test
  @DisplayName("stays as it was published while few have come since")
  void fewCame() {
    ReleasedQuiz before = released(scores(20, 30, 40)).orElseThrow();
    assertThat(released(scores(20, 32, 40), before)).contains(before);
  }

  @Test
  @DisplayName("is published anew once enough have come")
  void enoughCame() {
    ReleasedQuiz before = released(scores(20, 30, 40)).orElseThrow();
    assertThat(released(scores(20, 30, 60), before).orElseThrow().total()).isEqualTo(110);
  }

  @Test
  @DisplayName("is hidden if somebody counted in it is gone and few have changed it")
  void someGone() {
    ReleasedQuiz before = released(scores(20, 30, 40)).orElseThrow();
    assertThat(released(scores(18, 30, 40), before)).isEmpty();
  }

  @Test
  @DisplayName("is held against every edition, not against the last alone")
  void everyEdition() {
    ReleasedQuiz first = released(scores(20, 30, 40)).orElseThrow();
    ReleasedQuiz second = released(scores(20, 30, 60), first).orElseThrow();
    assertThat(released(scores(22, 50, 60), second).orElseThrow().total()).isEqualTo(110);
    assertThat(released(scores(40, 30, 62), first, second)).contains(second);
  }

  @Test
  @DisplayName("is not made where the questions show other answers than these")
  void otherAnswers() {
    QuizScores scores = scores(20, 30, 40);
    assertThat(QuizRelease.released(scores, OptionalLong.of(109), List.of(), RULE)).isEmpty();
    assertThat(QuizRelease.released(scores, OptionalLong.empty(), List.of(), RULE)).isEmpty();
  }

  private static Optional<ReleasedQuiz> released(QuizScores scores, ReleasedQuiz... editions) {
    return QuizRelease.released(
        scores, OptionalLong.of(scores.rightAnswers()), List.of(editions), RULE);
  }

  private static QuizScores scores(long... people) {
    return new QuizScores(LongStream.of(people).boxed().toList());
  }
}
