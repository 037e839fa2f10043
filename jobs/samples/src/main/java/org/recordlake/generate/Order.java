package org.recordlake.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** An order with its lines, from which both the order rows and the payment follow. */
record Order(String id, LocalDate date, String channel, List<Line> lines) {

  /** One line; a negative quantity takes an earlier line back. */
  record Line(Service service, long quantity, BigDecimal price, boolean cancelled) {}

  BigDecimal amount() {
    return lines.stream()
        .filter(line -> !line.cancelled())
        .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
