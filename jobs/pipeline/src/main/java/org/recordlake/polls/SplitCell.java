package org.recordlake.polls;

import java.util.OptionalLong;

/**
 * A published line of a split: people of one kind who gave one answer.
 *
 * @param value what the respondents have in common, such as a segment
 * @param order place of the answer in its question
 * @param people who stand behind it; empty if hidden
 * @param respondents people of this value who answered the question; empty if hidden
 */
record SplitCell(
    String value, String answer, int order, OptionalLong people, OptionalLong respondents) {
  private static final String TOO_FEW = "(too few to show)";

  /** In place of all cells of a split of which nothing can be shown. */
  static SplitCell hiddenWhole() {
    return new SplitCell(TOO_FEW, TOO_FEW, 1, OptionalLong.empty(), OptionalLong.empty());
  }

  boolean isHiddenWhole() {
    return value.equals(TOO_FEW) && answer.equals(TOO_FEW);
  }

  boolean matches(SplitCell other) {
    return value.equals(other.value) && answer.equals(other.answer);
  }
}
