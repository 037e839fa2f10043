package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.config.polls.PollDefinitions;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.FileTimes;

/**
 * The answers of one meeting as rows of {@code poll_responses}, the same whatever export tells
 * them: exports number polls in ways of their own, so a row is known by the wording of its
 * question, which time it was asked, and who answered.
 */
final class PollAnswers {
  private final MeetingKey meeting;
  private final FileTimes moments;
  private final Optional<ZoneId> zone;
  private final PollDefinitions definitions;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Bad> bad = new ArrayList<>();

  private record Bad(SourceRecord row, String code) {}

  private PollAnswers(
      MeetingKey meeting, FileTimes moments, Optional<ZoneId> zone, PollDefinitions definitions) {
    this.meeting = meeting;
    this.moments = moments;
    this.zone = zone;
    this.definitions = definitions;
  }

  /** Of a report that writes times in the zone of {@code moments}. */
  static PollAnswers inZone(MeetingKey meeting, FileTimes moments, PollDefinitions definitions) {
    return new PollAnswers(meeting, moments, Optional.of(moments.zone()), definitions);
  }

  /** Of an export that writes instants. */
  static PollAnswers ofInstants(MeetingKey meeting, PollDefinitions definitions) {
    return new PollAnswers(meeting, ZoomJson.TIMES, Optional.empty(), definitions);
  }

  /** With the answers of {@code tables}. */
  PollAnswers of(List<PollReport.Table> tables) {
    tables.forEach(table -> table.rows().forEach(row -> add(table, row)));
    return this;
  }

  /** Adds one answer that no table of a report holds. */
  void add(Answer answer) {
    answers.add(answer);
  }

  private void add(PollReport.Table table, SourceRecord row) {
    String time = row.field(3);
    Optional<Instant> at = moments.instant(time);
    Optional<List<Answer.Pair>> pairs = pairs(table.header(), row);
    if (saysNothing(row)) {
      bad.add(new Bad(row, "NOT_AN_ANSWER"));
    } else if (at.isEmpty() && !time.isEmpty()) {
      bad.add(new Bad(row, "NOT_A_TIME"));
    } else if (pairs.isEmpty()) {
      bad.add(new Bad(row, "TOO_MANY_FIELDS"));
    } else if (pairs.get().isEmpty()
        || pairs.get().stream().anyMatch(pair -> pair.question().isEmpty())) {
      bad.add(new Bad(row, "ANSWER_WITHOUT_QUESTION"));
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
    for (Answer.Pair pair : pairs) {
      answers.add(
          new Answer(row.line(), "" + table.number(), table.title(), pair, person, at, row.csv()));
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

  /** Adds the rows. */
  void into(Said said) {
    bad.forEach(one -> said.broken(MeetingReader.POLLS, one.row(), one.code()));
    Map<String, Integer> numbers = Answer.questionNumbers(answers);
    Launches launches = Launches.of(answers);
    List<String> respondents = new Respondents(meeting, launches).of(answers);
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      Answer.Numbers own =
          new Answer.Numbers(
              launches.of(answer), respondents.get(i), answer.questionNumber(numbers));
      answer.into(said, meeting, zone, definitions, own);
    }
  }
}
