package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Payments for orders. Card numbers begin like the well-known test numbers of their brands and pass
 * the Luhn check; bank accounts and routing numbers are invented. Nobody sends a verification code.
 */
record PaymentRows(long seed, Timeline time) {
  private static final List<Brand> BRANDS = Invented.list(Brand.class, "card_brands");

  private record Brand(String name, String prefix, int digits) {}

  void write(Customer customer, Order order, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "payment:" + order.id());
    LocalDate paid = order.date().plusDays(dice.below(21));
    if (!dice.chance(0.35) || order.amount().signum() <= 0 || paid.isAfter(time.endOn())) {
      return;
    }
    String method = method(customer, paid, dice);
    Dice purse = Dice.of(seed, "purse", customer.index());
    Brand brand = purse.pick(BRANDS);
    String card = luhn(brand.prefix() + purse.digits(brand.digits() - 7));
    String account = purse.digits(10);
    String routing = routing(purse.digits(4));
    boolean byCard = method.equals("card");
    out.accept(
        Table.PAYMENTS.row(
            "P-" + order.id().substring(2),
            customer.id(),
            method,
            paid,
            order.amount(),
            byCard ? card : null,
            byCard ? brand.name() : null,
            byCard
                ? String.format(
                    Locale.ROOT, "%02d/%02d", purse.between(1, 12), paid.getYear() % 100 + 2)
                : null,
            null,
            byCard ? null : account,
            byCard ? null : routing,
            method.equals("check") ? String.valueOf(dice.between(1001, 9999)) : null));
  }

  /** ACH payments older than two years are gone from a tidy source. */
  private String method(Customer customer, LocalDate paid, Dice dice) {
    if (!customer.firm()) {
      return dice.chance(0.85) ? "card" : "check";
    }
    String method = List.of("card", "ach", "check").get(dice.weighted(55, 30, 15));
    return method.equals("ach") && paid.isBefore(time.endOn().minusMonths(23)) ? "check" : method;
  }

  /** The digits with the check digit that ISO/IEC 7812 asks for. */
  static String luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return digits + (10 - sum % 10) % 10;
  }

  /** Nine digits that pass the weights 3-7-1, beginning as no bank's number does. */
  static String routing(String four) {
    String digits = "8000" + four;
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (digits.charAt(i) - '0') * new int[] {3, 7, 1}[i % 3];
    }
    return digits + (10 - sum % 10) % 10;
  }
}
