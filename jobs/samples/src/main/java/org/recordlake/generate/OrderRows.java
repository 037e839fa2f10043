package org.recordlake.generate;

import java.util.function.Consumer;

/** Order lines, and the payments made for some of the orders. */
record OrderRows(Orders orders, PaymentRows payments) implements CustomerRows {

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    for (Order order : orders.of(customer)) {
      lines(order, customer.id(), out);
      payments.write(customer, order, out);
    }
  }

  static void lines(Order order, String customerId, Consumer<Row> out) {
    int number = 0;
    for (Order.Line line : order.lines()) {
      number++;
      out.accept(
          Table.SALES_ORDERS.row(
              order.id(),
              number,
              order.date(),
              customerId,
              line.service().code(),
              line.service().label(),
              line.quantity(),
              line.price(),
              order.channel(),
              line.cancelled()));
    }
  }
}
