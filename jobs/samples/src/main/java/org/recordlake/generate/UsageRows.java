package org.recordlake.generate;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Monthly volumes of mailing and shipping. Until a service is adopted a competitor carries it, if
 * any sells it; afterwards the competitor keeps a share that falls with loyalty and rises with
 * price sensitivity.
 */
record UsageRows(long seed, Timeline time) implements CustomerRows {

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    if (!customer.firm() || !customer.temperament().sharesUsage()) {
      return;
    }
    Dice dice = Dice.of(seed, "usage", customer.index());
    for (Need need : customer.needs()) {
      if (need.service().metered()) {
        months(customer, need, dice, out);
      }
    }
  }

  private void months(Customer customer, Need need, Dice dice, Consumer<Row> out) {
    String rival = rival(customer, need.service());
    double keeps =
        0.5
            * (1 - customer.temperament().loyalty())
            * (0.5 + customer.temperament().priceSensitivity());
    double drift = 1 + 0.012 * dice.normal();
    double level = need.service().pieces() * customer.size() * need.strength();
    for (int number = 0; number < time.months(); number++) {
      LocalDate month = time.month(number);
      LocalDate observed = month.plusMonths(1).plusDays(4);
      if (!customer.activeOn(month) || observed.isAfter(time.endOn())) {
        continue;
      }
      double units =
          level * StrictMath.pow(drift, number) * need.service().season(month) * dice.factor(0.15);
      boolean adopted = need.adoptedBy(month);
      double share = adopted ? 1 - keeps : 0;
      usage(customer, "USPS", need, month, units * share * customer.zest(month), observed, out);
      usage(customer, rival, need, month, rival.isEmpty() ? 0 : units * (1 - share), observed, out);
    }
  }

  /**
   * The favourite competitor where it sells the service, else the first one that does; empty if
   * nobody does or the firm uses none.
   */
  static String rival(Customer customer, Service service) {
    if (service.competitors().isEmpty() || customer.temperament().loyalty() > 0.75) {
      return "";
    }
    String favourite = customer.temperament().competitor();
    return service.competitors().contains(favourite) ? favourite : service.competitors().get(0);
  }

  private static void usage(
      Customer customer,
      String provider,
      Need need,
      LocalDate month,
      double units,
      LocalDate observed,
      Consumer<Row> out) {
    long pieces = StrictMath.round(units);
    if (pieces >= 1) {
      double price = need.service().cents() / 100.0 * (provider.equals("USPS") ? 1 : 1.07);
      out.accept(
          Table.SERVICE_USAGE.row(
              customer.id(),
              provider,
              need.service().code(),
              month,
              pieces,
              Decimals.cents(pieces * price),
              observed));
    }
  }
}
