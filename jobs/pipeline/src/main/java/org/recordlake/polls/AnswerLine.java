package org.recordlake.polls;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A line of a poll's result.
 *
 * @param order place among the lines of the question
 * @param correct whether a quiz counts the answer as right; empty for other kinds of question
 * @param people who stand behind it; empty if hidden
 */
record AnswerLine(
    String answer, AnswerKind kind, int order, Optional<Boolean> correct, OptionalLong people) {

  static AnswerLine counted(String answer, AnswerKind kind, int order, long people) {
    return new AnswerLine(answer, kind, order, Optional.empty(), OptionalLong.of(people));
  }

  AnswerLine hidden() {
    return new AnswerLine(answer, kind, order, correct, OptionalLong.empty());
  }

  boolean isShown() {
    return people.isPresent();
  }

  /** Whether both stand for the same answer of the same question. */
  boolean matches(AnswerLine other) {
    return kind == other.kind && answer.equals(other.answer);
  }
}
