package org.recordlake.ingest.format.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.ingest.format.SourceRecord;
import org.recordlake.ingest.format.time.FileTimes;

/**
 * The answers of one meeting as rows of {@code poll_responses}. Respondents are people: whoever
 * gave an address has one number in all polls of the meeting, whoever gave only a name too, unless
 * that name answers one question twice, which one person cannot. An anonymous answer gets a
 * response number from its place among the anonymous ones of its poll: the same in every export,
 * and of nobody.
 */
final class PollAnswers {
  /** What an answer's row lacks. */
  private enum Fault {
    NOT_A_TIME,
    NOT_AN_ANSWER,
    ANSWER_WITHOUT_QUESTION,
    TOO_MANY_FIELDS
  }

  private final MeetingKey meeting;
  private final FileTimes moments;
  private final PollDefinitions definitions;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Bad> bad = new ArrayList<>();
  private final Map<String, Integer> anonymous = new HashMap<>();
  private final Map<String, Map<String, Integer>> namesakes = new HashMap<>();

  private record Bad(SourceRecord row, Fault fault) {}

  PollAnswers(MeetingKey meeting, FileTimes moments, PollDefinitions definitions) {
    this.meeting = meeting;
    this.moments = moments;
    this.definitions = definitions;
  }

  /** With the answers of {@code tables}. */
  PollAnswers of(List<PollReport.Table> tables) {
    tables.forEach(table -> table.rows().forEach(row -> add(table, row)));
    return this;
  }

  /** Adds one answer that no table of a report holds. */
  void add(Answer answer) {
    answers.add(answer.by(respondent(answer, answer.question())));
  }

  private void add(PollReport.Table table, SourceRecord row) {
    String time = row.field(3);
    Optional<Instant> at = moments.instant(time);
    Optional<List<Answer.Pair>> pairs = pairs(table.header(), row);
    if (saysNothing(row)) {
      bad.add(new Bad(row, Fault.NOT_AN_ANSWER));
    } else if (at.isEmpty() && !time.isEmpty()) {
      bad.add(new Bad(row, Fault.NOT_A_TIME));
    } else if (pairs.isEmpty()) {
      bad.add(new Bad(row, Fault.TOO_MANY_FIELDS));
    } else if (pairs.get().isEmpty()
        || pairs.get().stream().anyMatch(pair -> pair.question().isEmpty())) {
      bad.add(new Bad(row, Fault.ANSWER_WITHOUT_QUESTION));
    } else {
      add(table, row, at, pairs.get());
    }
  }

  /** Whether a line names nobody, no time and no answer: a remark, and nobody's answer. */
  private static boolean saysNothing(SourceRecord row) {
    return row.fields().stream().skip(1).allMatch(String::isBlank);
  }

  private void add(
      PollReport.Table table, SourceRecord row, Optional<Instant> at, List<Answer.Pair> pairs) {
    Person person = Person.answering(row.field(1), row.field(2));
    boolean together = table.header().shape() != PollHeader.Shape.LONG;
    String respondent = "";
    for (Answer.Pair pair : pairs) {
      Answer answer =
          new Answer(
              row.line(), "" + table.number(), table.title(), pair, person, at, "", row.csv());
      if (person.isKnown() || !together || respondent.isEmpty()) {
        respondent = respondent(answer, together ? "" : pair.question());
      }
      answers.add(answer.by(respondent));
    }
  }

  /**
   * Questions and answers of a line; empty if it has more answers than its header has questions.
   */
  private static Optional<List<Answer.Pair>> pairs(PollHeader header, SourceRecord row) {
    List<Answer.Pair> pairs = new ArrayList<>();
    int width = Labels.width(row);
    switch (header.shape()) {
      case PAIRS -> {
        for (int i = PollHeader.FIXED; i < width; i += 2) {
          pairs.add(new Answer.Pair(0, row.field(i), row.field(i + 1)));
        }
      }
      case WIDE -> {
        for (int i = 0; i < header.questions().size(); i++) {
          pairs.add(
              new Answer.Pair(i + 1, header.questions().get(i), row.field(PollHeader.FIXED + i)));
        }
        if (width > PollHeader.FIXED + header.questions().size()) {
          return Optional.empty();
        }
      }
      case LONG -> {
        pairs.add(new Answer.Pair(0, row.field(PollHeader.FIXED), row.field(PollHeader.FIXED + 1)));
        if (width > PollHeader.FIXED + 2) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(pairs);
  }

  /**
   * @param within what the anonymous answers of a poll are counted apart by
   */
  private String respondent(Answer answer, String within) {
    Person person = answer.person();
    if (!person.isKnown()) {
      String counted = answer.poll() + "\u0001" + Labels.plain(within);
      int place = anonymous.merge(counted, 1, Integer::sum);
      return StableId.of("anonymous", meeting.id(), counted, "" + place);
    }
    String id = person.id().orElseThrow();
    if (person.email().isPresent()) {
      return id;
    }
    String asked = String.join("\u0001", id, answer.poll(), Labels.plain(answer.question()));
    String said = answer.at().map(Instant::toString).orElse("") + "\u0001" + answer.given();
    Map<String, Integer> before = namesakes.computeIfAbsent(asked, any -> new HashMap<>());
    int which = before.computeIfAbsent(said, any -> before.size());
    return which == 0 ? id : StableId.of("namesake", id, "" + which);
  }

  /** Adds the rows. */
  void into(Said said) {
    bad.forEach(
        one ->
            said.broken(
                MeetingReader.POLLS, one.row().line(), one.row().csv(), one.fault().name()));
    Map<String, Integer> numbers = Answer.questionNumbers(answers);
    for (Answer answer : answers) {
      answer.into(said, meeting, moments, definitions, numbers);
    }
  }
}
