package org.recordlake.identity;

import java.util.List;

/**
 * A row of a records table as somebody who may be an individual.
 *
 * @param where the row
 * @param part what it does in matching
 * @param individualId the individual it names itself; empty if it names none
 * @param numbers unique numbers it gives, as {@code scheme:number}
 * @param emails in normal form
 * @param features what can be compared
 * @param file SHA-256 of the file the row came with
 */
record Party(
    RowReference where,
    Part part,
    String individualId,
    List<String> numbers,
    List<String> emails,
    Features features,
    String file) {

  Party {
    numbers = List.copyOf(numbers);
    emails = List.copyOf(emails);
  }

  /** What a row does in matching. */
  enum Part {
    /** It tells something about the individual it names. */
    REFERENCE,
    /** It names no individual and looks for one. */
    SEEKING,
    /**
     * It is the individual's own row: a reference, and looks for another individual who is the
     * same.
     */
    INDIVIDUAL;

    boolean isReference() {
      return this != SEEKING;
    }

    boolean isSeeking() {
      return this != REFERENCE;
    }
  }
}
