package org.recordlake.format.meeting;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.format.SecretColumns;
import org.recordlake.format.SourceRecord;

/**
 * The line above the answers of a Zoom poll.
 *
 * @param shape how questions and answers stand in the lines below
 * @param questions wordings of the questions, for columns each; else empty
 * @param zone of the times below, if the line names it
 * @param secret columns of which nothing may be kept
 */
record PollHeader(
    Shape shape, List<String> questions, Optional<ZoneId> zone, SecretColumns secret) {
  /** Columns before the first question: number, name, address, time. */
  static final int FIXED = 4;

  /** How questions and answers stand in a line. */
  enum Shape {
    /** Question, answer, question, answer … without header. */
    PAIRS,
    /** A column for each question. */
    WIDE,
    /** One question and one answer a line. */
    LONG
  }

  PollHeader {
    questions = List.copyOf(questions);
  }

  /** {@code record} as such a line; empty if it is none. */
  static Optional<PollHeader> of(SourceRecord record) {
    boolean header =
        record.field(0).equals("#")
            && Labels.plain(record.field(1)).matches("user ?name|name")
            && Labels.plain(record.field(2)).matches("(user )?e-?mail( address)?")
            && Labels.plain(record.field(3)).startsWith("submitted");
    if (!header) {
      return Optional.empty();
    }
    List<String> questions = new ArrayList<>();
    for (int i = FIXED; i < Labels.width(record); i++) {
      questions.add(record.field(i));
    }
    return Optional.of(
        new PollHeader(
            shape(questions),
            questions,
            Labels.zone(record.field(3)),
            SecretColumns.of(record.fields())));
  }

  /** A line below without what nobody may keep. */
  SourceRecord withoutSecrets(SourceRecord row) {
    return secret.without(row);
  }

  private static Shape shape(List<String> questions) {
    if (questions.isEmpty()) {
      return Shape.PAIRS;
    }
    boolean generic =
        questions.size() == 2
            && Labels.plain(questions.get(0)).equals("question")
            && Labels.plain(questions.get(1)).equals("answer");
    return generic ? Shape.LONG : Shape.WIDE;
  }
}
