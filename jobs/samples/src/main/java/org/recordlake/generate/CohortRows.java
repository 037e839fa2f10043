package org.recordlake.generate;

import java.util.function.Consumer;

/** Writes the landing rows of what customers of one district do together. */
interface CohortRows {
  void write(Cohort cohort, Consumer<Row> out);
}
