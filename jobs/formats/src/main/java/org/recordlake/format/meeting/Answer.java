package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.config.polls.PollDefinitions;
import org.recordlake.config.polls.QuestionDefinition;
import org.recordlake.format.tabular.Cells;
import org.recordlake.protect.PaymentNumbers;

/**
 * What one respondent answered to one question.
 *
 * @param poll what the export tells its polls apart by
 * @param title of the poll, if the export says one
 */
record Answer(
    long line,
    String poll,
    Optional<String> title,
    Pair pair,
    Person person,
    Optional<Instant> at,
    String rawRow) {

  /**
   * @param number of the question in its poll, from 1; 0 if the export does not number them
   * @param answer empty if the question was passed over
   */
  record Pair(int number, String question, String answer) {}

  String question() {
    return pair.question();
  }

  String given() {
    return pair.answer();
  }

  /** The question, however it is spaced or capitalised. */
  String wording() {
    return PollDefinitions.wording(question());
  }

  /**
   * Numbers for the questions of exports that do not number them: in the order in which they were
   * first answered, which an answer that comes later does not change.
   */
  static Map<String, Integer> questionNumbers(List<Answer> answers) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Integer> used = new HashMap<>();
    answers.stream()
        .filter(answer -> answer.pair().number() == 0)
        .sorted(Comparator.comparing(answer -> answer.at().orElse(Instant.MAX)))
        .forEach(
            answer ->
                numbers.computeIfAbsent(
                    answer.place(), place -> used.merge(answer.poll(), 1, Integer::sum)));
    return numbers;
  }

  private String place() {
    return poll + "\u0001" + wording();
  }

  /**
   * Numbers an answer gets among the others of its meeting.
   *
   * @param launch which time in the meeting the question was asked, from 1
   * @param respondent number of the respondent
   * @param question number of the question
   */
  record Numbers(int launch, String respondent, int question) {}

  /** Its number of the question: its own, or that among {@code numbers}. */
  int questionNumber(Map<String, Integer> numbers) {
    return numbers.getOrDefault(place(), pair.number());
  }

  /**
   * Adds a row for each option chosen, or one for a question passed over.
   *
   * @param zone in which the export writes times, if it does not write instants
   */
  void into(
      Said said,
      MeetingKey meeting,
      Optional<ZoneId> zone,
      PollDefinitions definitions,
      Numbers numbers) {
    QuestionDefinition definition = definitions.question(question());
    List<QuestionDefinition.Choice> choices = definition.choices(given());
    for (int number = 1; number <= Math.max(1, choices.size()); number++) {
      Cells row =
          row(meeting, zone, numbers)
              .put("question_kind", definition.kind())
              .put("answer_no", "" + number);
      if (!choices.isEmpty()) {
        QuestionDefinition.Choice choice = choices.get(number - 1);
        row.put("answer", PaymentNumbers.answer(question(), choice.text()))
            .put("answer_order", choice.order().map(Object::toString))
            .put("correct", choice.correct().map(Object::toString));
      }
      said.row(MeetingReader.POLLS, line, row, rawRow);
    }
  }

  private Cells row(MeetingKey meeting, Optional<ZoneId> zone, Numbers numbers) {
    // Of a namesake nobody can say which of the participants of that name it is.
    boolean namesake = !person.id().equals(Optional.of(numbers.respondent()));
    Person who = namesake ? new Person(Optional.empty(), person.name(), person.email()) : person;
    Cells row =
        meeting
            .row()
            .put("poll_id", "" + numbers.launch())
            .put("poll_title", title)
            .put("question_no", "" + numbers.question())
            .put("question", question())
            .put("respondent_key", numbers.respondent())
            .put("anonymous", "" + !person.isKnown())
            .put("time_zone", zone.map(ZoneId::getId))
            .put("answered_at", at.map(Instant::toString));
    return who.into(row);
  }
}
