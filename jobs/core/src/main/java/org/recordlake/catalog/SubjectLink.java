package org.recordlake.catalog;

/** How a row leads to the individual it is about. */
public sealed interface SubjectLink {
  /** Through the value of a column. */
  record ByColumn(String column) implements SubjectLink {}

  /** It is about nobody, for a stated reason. */
  record Nobody(String reason) implements SubjectLink {}
}
