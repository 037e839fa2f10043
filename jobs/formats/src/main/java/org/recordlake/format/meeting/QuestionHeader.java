package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.words.WordFile;

/** The line above the questions of a Zoom Q&amp;A report; its columns are found by name. */
record QuestionHeader(Columns columns) {
  private static final WordFile WORDS = WordFile.of("question-columns");

  /** {@code record} as such a line; empty if it is none. */
  static Optional<QuestionHeader> of(SourceRecord record) {
    QuestionHeader header = new QuestionHeader(new Columns(WORDS, record));
    return header.columns.has("question", "name")
            && header.answerPlaces().findAny().isPresent()
            && !header.columns.has("submitted")
        ? Optional.of(header)
        : Optional.empty();
  }

  private IntStream answerPlaces() {
    return IntStream.range(0, columns.width())
        .filter(
            i ->
                columns
                    .plain(i)
                    .matches("answers?|answer ?\\(s\\)|answer \\d{1,3}|answer content"));
  }

  Optional<String> question(SourceRecord row) {
    return columns.value(row, "question");
  }

  Person person(SourceRecord row) {
    return Person.answering(columns.text(row, "name"), columns.text(row, "email"));
  }

  /** The answers of a line; what stands beyond its columns are further ones. */
  List<String> answers(SourceRecord row) {
    List<String> answers = new ArrayList<>();
    IntStream.concat(answerPlaces(), IntStream.range(columns.width(), row.fields().size()))
        .forEach(place -> Labels.given(row, place).ifPresent(answers::add));
    return answers;
  }

  /** Whether a line holds but more answers to the question above it. */
  boolean continues(SourceRecord row) {
    return question(row).isEmpty()
        && columns.value(row, "name").isEmpty()
        && !answers(row).isEmpty();
  }
}
