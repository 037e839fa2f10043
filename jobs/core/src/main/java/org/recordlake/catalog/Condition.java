package org.recordlake.catalog;

import java.util.List;

/** Holds for a row whose {@code column} has one of {@code values}. */
public record Condition(String column, List<String> values) {
  public Condition {
    values = List.copyOf(values);
  }

  /** Whether it holds where the column has {@code value}; an empty one fits no condition. */
  public boolean fits(Object value) {
    return value != null && values.contains(value.toString());
  }
}
