package org.recordlake.polls;

import java.util.List;
import java.util.OptionalInt;

/** The three groups of the Net Promoter Score (Reichheld 2003) over grades from 0 to 10. */
enum PromoterGroups {
  DETRACTORS("detractors (0–6)", 0, 6),
  PASSIVES("passives (7–8)", 7, 8),
  PROMOTERS("promoters (9–10)", 9, 10);

  /** Places of the groups come after those of the eleven grades. */
  private static final int FIRST_PLACE = 12;

  private final String label;
  private final int from;
  private final int to;

  PromoterGroups(String label, int from, int to) {
    this.label = label;
    this.from = from;
    this.to = to;
  }

  AnswerLine counted(List<AnswerLine> grades) {
    long people =
        grades.stream().filter(this::holds).mapToLong(line -> line.people().orElse(0)).sum();
    return AnswerLine.counted(label, AnswerKind.GROUP, FIRST_PLACE + ordinal(), people);
  }

  boolean holds(AnswerLine line) {
    OptionalInt grade = grade(line);
    return grade.isPresent() && grade.getAsInt() >= from && grade.getAsInt() <= to;
  }

  boolean isOf(AnswerLine group) {
    return group.answer().equals(label);
  }

  /** Whether every answer is a grade; a question worded otherwise has no groups. */
  static boolean fit(List<AnswerLine> answers) {
    return answers.stream().allMatch(line -> grade(line).isPresent());
  }

  private static OptionalInt grade(AnswerLine line) {
    return line.answer().matches("10|\\d")
        ? OptionalInt.of(Integer.parseInt(line.answer()))
        : OptionalInt.empty();
  }
}
