package org.recordlake.generate;

import java.util.function.Consumer;

/** Writes the landing rows of some tables about one customer. */
interface CustomerRows {
  void write(Customer customer, Consumer<Row> out);
}
