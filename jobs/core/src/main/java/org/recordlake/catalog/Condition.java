package org.recordlake.catalog;

import java.util.List;

/** Holds for a row whose {@code column} has one of {@code values}. */
public record Condition(String column, List<String> values) {
  public Condition {
    values = List.copyOf(values);
  }
}
