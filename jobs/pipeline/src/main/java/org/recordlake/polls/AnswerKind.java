package org.recordlake.polls;

/** What a line of a poll's result stands for. */
enum AnswerKind {
  /** An option of the poll's definition. */
  CHOICE("choice"),
  /** Several grades of a scale taken together: promoters, passives, detractors. */
  GROUP("group"),
  /** All who wrote an answer of their own. */
  TEXT("text"),
  /** A word that enough of them used. */
  TERM("term"),
  /** People who were shown the question and passed over it. */
  NO_ANSWER("no answer"),
  /** In place of all answers of a question of which nothing can be shown. */
  HIDDEN("hidden");

  private final String label;

  AnswerKind(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static AnswerKind of(String label) {
    for (AnswerKind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of answer is called " + label);
  }
}
