package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.format.SourceRecord;

/** The line above the questions of a Zoom Q&amp;A report; its columns are found by name. */
record QuestionHeader(Names names) {
  /** {@code record} as such a line; empty if it is none. */
  static Optional<QuestionHeader> of(SourceRecord record) {
    QuestionHeader header = new QuestionHeader(new Names(record));
    boolean fits =
        header.questionPlace() >= 0 && header.namePlace() >= 0 && !header.answerPlaces().isEmpty();
    return fits && header.names.beginning("submitted") < 0 ? Optional.of(header) : Optional.empty();
  }

  private int questionPlace() {
    return names.place("question", "questions", "question content");
  }

  private int namePlace() {
    return names.place("asker name", "asker", "asked by", "asker name (original name)");
  }

  private int timePlace() {
    return names.place("question time", "asked time", "time asked", "create time", "created time");
  }

  private List<Integer> answerPlaces() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < names.width(); i++) {
      if (names.plain(i).matches("answers?|answer ?\\(s\\)|answer \\d{1,3}|answer content")) {
        places.add(i);
      }
    }
    return places;
  }

  SourceRecord withoutSecrets(SourceRecord row) {
    return names.secret().without(row);
  }

  Optional<String> question(SourceRecord row) {
    return Labels.given(row, questionPlace());
  }

  Optional<String> time(SourceRecord row) {
    return Labels.given(row, timePlace());
  }

  Person person(SourceRecord row) {
    String name = Labels.given(row, namePlace()).orElse("");
    String email =
        Labels.given(row, names.place("asker email", "email", "user email", "email address"))
            .orElse("");
    return Person.answering(name, email);
  }

  /** The answers of a line; what stands beyond its columns are further ones. */
  List<String> answers(SourceRecord row) {
    List<String> answers = new ArrayList<>();
    answerPlaces().forEach(place -> Labels.given(row, place).ifPresent(answers::add));
    for (int i = names.width(); i < row.fields().size(); i++) {
      Labels.given(row, i).ifPresent(answers::add);
    }
    return answers;
  }

  /** Whether a line holds but more answers to the question above it. */
  boolean continues(SourceRecord row) {
    return question(row).isEmpty()
        && Labels.given(row, namePlace()).isEmpty()
        && !answers(row).isEmpty();
  }
}
