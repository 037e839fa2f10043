package org.recordlake.retention;

import java.util.Optional;

/**
 * How many rows of a table are past their last day under one rule, or go with one notice.
 *
 * @param due all of them, held ones included
 * @param held those a legal hold keeps
 * @param paper of an index of paper: how far the others are
 * @param span the first and the last of their last days; empty where nothing is due
 */
public record DueCount(long due, long held, Paper paper, Optional<RetentionPlan.Span> span) {
  static final DueCount NONE = new DueCount(0, 0, Paper.NONE, Optional.empty());

  /**
   * Rows that stand for files of paper.
   *
   * @param unconfirmed under no hold, and nobody confirmed yet that the file is destroyed
   * @param unlisted those of them that stand on no destruction list yet
   * @param standing those whose list still has days to stand
   * @param heldTooLate rows a hold keeps although their file is destroyed: it came after that
   */
  public record Paper(long unconfirmed, long unlisted, long standing, long heldTooLate) {
    static final Paper NONE = new Paper(0, 0, 0, 0);
  }

  /** Rows that nothing keeps: neither a hold nor paper that somebody has to destroy first. */
  long toGo() {
    return due - held - paper.unconfirmed();
  }

  /** Rows that neither a hold nor a destruction list keeps that has still days to stand. */
  long overdue() {
    return due - held - paper.standing();
  }

  /** What paper is waited for, in words; nothing where there is none. */
  String waitingPaper() {
    StringBuilder words = new StringBuilder();
    long listed = paper.unconfirmed() - paper.unlisted();
    if (paper.unlisted() > 0) {
      words.append("; %d wait to be listed for destruction".formatted(paper.unlisted()));
    }
    if (listed > 0) {
      words.append("; %d wait: listed for destruction, and nobody confirmed it".formatted(listed));
    }
    if (paper.heldTooLate() > 0) {
      words.append(
          "; of the held, %d had their paper destroyed before".formatted(paper.heldTooLate()));
    }
    return words.toString();
  }
}
