package org.recordlake.format.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question that somebody asked in a meeting, with the answers it got. Both are messages, and have
 * the same numbers whichever export tells them.
 *
 * @param at when it was asked, if the export says
 * @param raw the export's own row
 */
record AskedQuestion(
    long line,
    String raw,
    Person person,
    Optional<Instant> at,
    String question,
    List<Given> answers) {

  /** One answer; who gave it and when, as far as the export says. */
  record Given(Person person, Optional<Instant> at, String text) {
    static Given of(String text) {
      return new Given(Person.of("", ""), Optional.empty(), text);
    }
  }

  AskedQuestion {
    answers = List.copyOf(answers);
  }

  /**
   * Adds a row for the question and one for each answer.
   *
   * @param asked how often each question was asked before
   */
  void into(Said said, MeetingKey key, Map<String, Integer> asked) {
    String what = person.id().orElse("") + "\u0001" + question;
    String number = StableId.of(what, "" + asked.merge(what, 1, Integer::sum));
    new Message(key, line, number, raw).into(said, "question", person, at, question, Map.of());
    for (int i = 0; i < answers.size(); i++) {
      Given given = answers.get(i);
      String own = number + "-a" + (i == 0 ? "" : "" + (i + 1));
      new Message(key, line, own, raw)
          .into(said, "answer", given.person(), given.at(), given.text(), Map.of());
    }
  }
}
