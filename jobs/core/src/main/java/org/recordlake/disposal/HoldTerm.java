package org.recordlake.disposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing a row must be for a hold to cover it. {@link Named} and {@link Email} say whom or what
 * records are about, and reach every record that leads there; the others limit which of those are
 * meant.
 */
public sealed interface HoldTerm {
  /** Whether it says whom or what a record is about. */
  default boolean isSubject() {
    return this instanceof Named || this instanceof Email;
  }

  /**
   * A column's value: the number of a customer, the name of a host.
   *
   * @param column as the catalogue calls it, in whatever tables have it
   */
  record Named(String column, String value) implements HoldTerm {}

  /** An e-mail address, in any column with addresses of people. */
  record Email(String address) implements HoldTerm {}

  /**
   * The day a row tells of itself ({@code TableSpec.recordDate}).
   *
   * @param from first day; empty if there is none
   * @param to last day; empty if there is none
   */
  record Dates(Optional<LocalDate> from, Optional<LocalDate> to) implements HoldTerm {}

  /** A category of records of the notice. */
  record Category(String id) implements HoldTerm {}

  /** One of some tables; {@code all} stands for every one. */
  record Tables(List<String> names) implements HoldTerm {
    public Tables {
      names = List.copyOf(names);
    }
  }
}
