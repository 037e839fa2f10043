package org.recordlake.generate;

import java.util.function.Consumer;

/**
 * What really is so about a customer, days after the end of the history included, for scoring what
 * an insight makes of the files.
 */
record TruthRows() implements CustomerRows {

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    Customer.Temperament temperament = customer.temperament();
    out.accept(
        Table.TRUTH_CUSTOMERS.row(
            customer.id(),
            customer.segment().code(),
            Decimals.of(temperament.hazard(), 4),
            Decimals.of(temperament.priceSensitivity(), 3),
            temperament.competitor(),
            Decimals.of(temperament.loyalty(), 3),
            Decimals.of(temperament.ordersAMonth(), 3),
            customer.relationship().startedOn(),
            customer.relationship().leavesOn()));
    for (Need need : customer.needs()) {
      String rival = customer.firm() ? UsageRows.rival(customer, need.service()) : "";
      out.accept(
          Table.TRUTH_NEEDS.row(
              customer.id(),
              need.service().code(),
              Decimals.of(need.strength(), 3),
              need.statedOn(),
              need.adoptedOn(),
              rival));
    }
  }
}
