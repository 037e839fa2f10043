package org.recordlake.polls;

import java.util.List;
import java.util.OptionalLong;

/**
 * A question of a poll with its true counts.
 *
 * @param kind single, multiple, scale, nps, text or quiz
 * @param respondents people who gave an answer
 * @param passedOver people who were shown it and gave none
 * @param attendees people who took part in the meeting; empty if not known or hidden
 * @param answers counted lines in their order, without those for no answer
 */
record Question(
    String kind,
    long respondents,
    long passedOver,
    OptionalLong attendees,
    List<AnswerLine> answers) {
  Question {
    answers = List.copyOf(answers);
  }

  /** Whether everybody who answered gave exactly one answer. */
  static boolean oneChoice(String kind) {
    return !kind.equals("multiple") && !kind.equals("text");
  }

  List<AnswerLine> choices() {
    return answers.stream().filter(line -> line.kind() == AnswerKind.CHOICE).toList();
  }

  /** People who can have passed over the question at most; empty if not known. */
  OptionalLong restOfTheMeeting() {
    return attendees.isPresent() && attendees.getAsLong() >= respondents + passedOver
        ? OptionalLong.of(attendees.getAsLong() - respondents)
        : OptionalLong.empty();
  }
}
