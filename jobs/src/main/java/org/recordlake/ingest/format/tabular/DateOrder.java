package org.recordlake.ingest.format.tabular;

/** How a layout writes days in figures that could be read two ways, such as 9/8/2016. */
public enum DateOrder {
  /** As in the United States. */
  MONTH_FIRST,
  /** As in most other countries. */
  DAY_FIRST
}
