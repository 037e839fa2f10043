package org.recordlake.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What the rows of a records table do in record linkage, said by {@code identity} in its catalogue
 * file. What of a row is compared is said by a query, {@code sql/identity/<table>.sql}.
 *
 * @param called what one individual is called in what people read; only beside the role individual
 * @param numbers kinds of numbers that only one individual has, the surest first; only there
 * @param person columns of the key that tell one person from another; empty for the whole key
 */
public record Linkage(
    Part part, Optional<String> called, List<String> numbers, List<String> person) {
  public Linkage {
    numbers = List.copyOf(numbers);
    person = List.copyOf(person);
  }

  /** The part of a table. */
  public enum Part {
    /** Rows, or some of them, name the individual they are about; others are compared with them. */
    REFERENCE,

    /** Rows that name no individual are compared with reference rows and linked. */
    SEEKING,

    /** Rows are found by what they say of a person, and never linked. */
    NAMED
  }
}
