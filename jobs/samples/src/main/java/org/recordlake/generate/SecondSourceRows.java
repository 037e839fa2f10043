package org.recordlake.generate;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What another source, which knows no customer numbers, wrote down about customers: subscriptions
 * by post, and accounts opened a second time. A fifth of the names, of the addresses and of the
 * telephone numbers differ from the customer's own. Subscribers who are no customers are among
 * them. Who is who stands in the truth, so that matching can be scored.
 *
 * @param share of the customers who subscribe, 0 to 1; a quarter as many have a second account
 */
record SecondSourceRows(long seed, Timeline time, double share) implements CustomerRows {
  private static final double PERTURBED = 0.2;

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "second-source", customer.index());
    if (customer.endedOn(time).isPresent()) {
      return;
    }
    double drawn = dice.unit();
    if (drawn < share) {
      subscription(customer, dice, out);
    } else if (drawn < share * 1.25) {
      secondAccount(customer, dice, out);
    }
    if (dice.chance(share / 2)) {
      stranger(customer.index(), dice, out);
    }
  }

  private void subscription(Customer customer, Dice dice, Consumer<Row> out) {
    String id = String.format(Locale.ROOT, "UX-%06d", customer.index() + 1);
    Spelling name = name(customer, dice);
    out.accept(subscriber(id, name.text(), address(customer, dice), dice));
    out.accept(name.truth("publication_subscriptions", id, customer));
  }

  private void stranger(int index, Dice dice, Consumer<Row> out) {
    Customer other = new Customers(seed ^ 0x5EED, time).customer(index);
    String id = String.format(Locale.ROOT, "UY-%06d", index + 1);
    out.accept(subscriber(id, name(other, dice).text(), address(other, dice), dice));
  }

  private Row subscriber(String id, String name, Perturbation.Address address, Dice dice) {
    LocalDate asked = dice.day(time.firstDay(), time.endOn());
    return Table.PUBLICATION_SUBSCRIPTIONS.row(
        id,
        null,
        name,
        null,
        address.line(),
        "The Mailroom",
        "mailroom",
        "paper",
        asked,
        null,
        asked);
  }

  private void secondAccount(Customer customer, Dice dice, Consumer<Row> out) {
    Customer.Identity identity = customer.identity();
    String id = String.format(Locale.ROOT, "D-%06d", customer.index() + 1);
    Spelling name = name(customer, dice);
    Perturbation.Address address = address(customer, dice);
    String phone = dice.chance(PERTURBED) ? identity.place().phone(dice) : identity.phone();
    LocalDate opened = dice.day(customer.relationship().startedOn(), time.endOn());
    out.accept(
        Table.CUSTOMERS.row(
            id,
            customer.firm() ? "firm" : "individual",
            name.text(),
            customer.firm() ? name.text() : null,
            address.street(),
            address.unit(),
            address.city(),
            address.state(),
            address.zip(),
            "US",
            phone,
            null,
            customer.naics(),
            opened,
            null,
            opened));
    out.accept(name.truth("customers", id, customer));
  }

  private static Spelling name(Customer customer, Dice dice) {
    Customer.Identity identity = customer.identity();
    Optional<String> firm = identity.firmName();
    String name = firm.orElse(identity.person().full());
    if (!dice.chance(PERTURBED)) {
      return new Spelling(name, "none");
    }
    return firm.isPresent() ? new Perturbation(dice).name(name) : identity.person().spelling(dice);
  }

  private static Perturbation.Address address(Customer customer, Dice dice) {
    Perturbation.Address address = customer.identity().address();
    return dice.chance(PERTURBED) ? new Perturbation(dice).address(address) : address;
  }
}
