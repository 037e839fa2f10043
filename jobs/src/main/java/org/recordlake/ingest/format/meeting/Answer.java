package org.recordlake.ingest.format.meeting;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.ingest.format.time.FileTimes;
import org.recordlake.protect.PaymentNumbers;

/**
 * What one respondent answered to one question.
 *
 * @param poll number of the poll within the meeting
 * @param respondent number of the respondent
 */
record Answer(
    long line,
    String poll,
    String title,
    Pair pair,
    Person person,
    Optional<Instant> at,
    String respondent,
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

  Answer by(String other) {
    return new Answer(line, poll, title, pair, person, at, other, rawRow);
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
    return poll + "\u0001" + Labels.plain(question());
  }

  /** Adds a row for each option chosen, or one for a question passed over. */
  void into(
      Said said,
      MeetingKey meeting,
      FileTimes moments,
      PollDefinitions definitions,
      Map<String, Integer> numbers) {
    QuestionDefinition definition = definitions.question(question());
    Map<String, String> row = new HashMap<>();
    row.put("meeting_id", meeting.id());
    row.put("meeting_date", meeting.date());
    row.put("poll_id", poll);
    row.put("poll_title", title);
    row.put("question_no", "" + numbers.getOrDefault(place(), pair.number()));
    row.put("question", question());
    row.put("question_kind", definition.kind());
    row.put("respondent_key", respondent);
    row.put("anonymous", "" + !person.isKnown());
    row.put("time_zone", moments.zone().getId());
    person.into(row);
    if (!person.id().equals(Optional.of(respondent))) {
      // A namesake: which of the participants of that name it is, nobody can say.
      row.remove("participant_id");
    }
    at.ifPresent(time -> row.put("answered_at", time.toString()));
    List<QuestionDefinition.Choice> choices = definition.choices(given());
    if (choices.isEmpty()) {
      row.put("answer_no", "1");
      said.row(MeetingReader.POLLS, line, row, rawRow);
    }
    for (int number = 1; number <= choices.size(); number++) {
      QuestionDefinition.Choice choice = choices.get(number - 1);
      row.put("answer_no", "" + number);
      row.put("answer", PaymentNumbers.answer(question(), choice.text()));
      row.remove("answer_order");
      row.remove("correct");
      choice.order().ifPresent(order -> row.put("answer_order", "" + order));
      choice.correct().ifPresent(right -> row.put("correct", "" + right));
      said.row(MeetingReader.POLLS, line, row, rawRow);
    }
  }
}
