package org.recordlake.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Suppressor;

@DisplayName("What readers see of a question")
class QuestionReleaseTest {
  private static final ProtectionRule RULE = new ProtectionRule(11);
  private static final QuestionRelease RELEASE = new QuestionRelease(RULE, Suppressor::hiddenCells);
  private static final List<String> KINDS = List.of("single", "multiple", "scale", "nps", "quiz");

  @Test
  @DisplayName("tells no small number, night after night, whoever answers late")
  void nightAfterNight() {
    Random random = new Random(41);
    int kept = 0;
    int renewed = 0;
    for (int run = 0; run < 200; run++) {
      String kind = KINDS.get(run % KINDS.size());
      long[] people = new long[kind.equals("nps") ? 11 : 2 + random.nextInt(5)];
      arrive(people, random, 5 + random.nextInt(200));
      ReleasedQuestion published = first(question(kind, people));
      List<ReleasedQuestion> editions = new ArrayList<>(List.of(published.asEdition()));
      for (int night = 0; night < 6; night++) {
        arrive(people, random, random.nextInt(3) == 0 ? 40 : random.nextInt(9));
        Question question = question(kind, people);
        ReleasedQuestion next = RELEASE.of(question, Optional.of(published), editions);
        assertThat(next.passes(question, RULE)).isTrue();
        editions.forEach(edition -> assertNoSmallChange(edition, next));
        if (!next.isHiddenWhole()) {
          editions.add(next.asEdition());
        }
        if (next.equals(published)) {
          kept++;
        } else {
          renewed++;
        }
        published = next;
      }
    }
    assertThat(kept).isGreaterThan(200);
    assertThat(renewed).isGreaterThan(100);
  }

  @Test
  @DisplayName(
      "leaves out a small number who passed over it where the rest of the meeting is small")
  void smallRestOfTheMeeting() {
    List<AnswerLine> answers = List.of(line("A", 1, 20), line("B", 2, 20));
    assertThat(lines(new Question("single", 40, 3, OptionalLong.of(45), answers))).hasSize(2);
    assertThat(lines(new Question("single", 40, 3, OptionalLong.of(51), answers)))
        .hasSize(3)
        .last()
        .satisfies(line -> assertThat(line.isShown()).isFalse());
    assertThat(lines(new Question("single", 40, 15, OptionalLong.of(60), answers)))
        .last()
        .satisfies(line -> assertThat(line.people()).hasValue(15));
  }

  @Test
  @DisplayName("is hidden for a run if some of those counted are gone and the change is small")
  void someGone() {
    ReleasedQuestion before = first(question("single", new long[] {30, 40}));
    assertThat(next(new long[] {28, 40}, before, before).isHiddenWhole()).isTrue();
  }

  @Test
  @DisplayName("is held against all that was ever published, not against the last night alone")
  void publishedLongAgo() {
    ReleasedQuestion first = first(question("single", new long[] {30, 40}));
    ReleasedQuestion hidden = ReleasedQuestion.hiddenWhole();
    assertThat(next(new long[] {33, 40}, hidden, first).isHiddenWhole()).isTrue();
    assertThat(next(new long[] {41, 40}, hidden, first).respondents()).hasValue(81);
  }

  @Test
  @DisplayName(
      "stays as it is after so many editions, so that the check of all together is bounded")
  void boundedEditions() {
    List<ReleasedQuestion> editions = new ArrayList<>();
    ReleasedQuestion last = first(question("single", new long[] {30, 40}));
    for (int night = 1; night <= 20; night++) {
      editions.add(last);
      long[] more = {30 + 20 * night, 40};
      last = RELEASE.of(question("single", more), Optional.of(last), editions);
    }
    assertThat(last.respondents()).hasValue(70 + 20 * (QuestionRelease.MOST_EDITIONS - 1));
  }

  private static ReleasedQuestion first(Question question) {
    return RELEASE.of(question, Optional.empty(), List.of());
  }

  private static ReleasedQuestion next(
      long[] people, ReleasedQuestion before, ReleasedQuestion... editions) {
    return RELEASE.of(question("single", people), Optional.of(before), List.of(editions));
  }

  private static void assertNoSmallChange(ReleasedQuestion before, ReleasedQuestion after) {
    for (AnswerLine was : before.lines()) {
      for (AnswerLine is : after.lines()) {
        if (was.matches(is) && was.isShown() && is.isShown()) {
          assertThat(Math.abs(was.people().getAsLong() - is.people().getAsLong()))
              .matches(change -> !RULE.isSmall(change));
        }
      }
    }
  }

  private static List<AnswerLine> lines(Question question) {
    return first(question).lines();
  }

  private static void arrive(long[] people, Random random, int newcomers) {
    for (int i = 0; i < newcomers; i++) {
      int place = random.nextInt(people.length);
      people[random.nextBoolean() ? place : place / 2]++;
    }
  }

  /** In a multiple choice a third of the people gave two answers. */
  private static Question question(String kind, long[] people) {
    List<AnswerLine> answers = new ArrayList<>();
    long sum = 0;
    long most = 0;
    for (int place = 0; place < people.length; place++) {
      if (people[place] > 0) {
        answers.add(line(String.valueOf(place), place + 1, people[place]));
      }
      sum += people[place];
      most = Math.max(most, people[place]);
    }
    long respondents = kind.equals("multiple") ? Math.max(most, sum * 3 / 4) : sum;
    return new Question(kind, respondents, 0, OptionalLong.empty(), answers);
  }

  private static AnswerLine line(String answer, int place, long people) {
    return AnswerLine.counted(answer, AnswerKind.CHOICE, place, people);
  }
}
