package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The customer, its contacts, the numbers other systems know it by, and its signature. */
record CrmRows(long seed, Timeline time) implements CustomerRows {
  private static final List<String> KINDS =
      List.of("agreement", "delivery", "payment", "registration", "other");

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "crm", customer.index());
    out.accept(customer(customer, dice));
    if (customer.firm()) {
      Contact.of(customer, seed).forEach(contact -> out.accept(contact(contact, dice)));
    }
    identifiers(customer, dice, out);
    if (dice.chance(0.05)) {
      out.accept(signature(customer, dice));
    }
  }

  private LocalDate written(Customer customer, Dice dice) {
    LocalDate first = Timeline.later(time.firstDay(), customer.relationship().startedOn());
    return customer.endedOn(time).orElseGet(() -> dice.day(first, time.endOn()));
  }

  private Row customer(Customer customer, Dice dice) {
    Customer.Identity identity = customer.identity();
    return Table.CUSTOMERS.row(
        customer.id(),
        customer.firm() ? "firm" : "individual",
        identity.accountName(),
        identity.firmName().orElse(null),
        identity.street(),
        dice.chance(0.2) ? "Suite " + dice.between(2, 640) : null,
        identity.place().city(),
        identity.place().state(),
        identity.zip(),
        "US",
        identity.phone(),
        identity.email(),
        customer.naics(),
        customer.relationship().startedOn(),
        customer.endedOn(time).orElse(null),
        written(customer, dice));
  }

  private Row contact(Contact contact, Dice dice) {
    Customer.Identity identity = contact.customer().identity();
    boolean otherName = dice.chance(0.08);
    return Table.CONTACTS.row(
        contact.id(),
        contact.customer().id(),
        contact.person().first(),
        contact.person().last(),
        otherName ? InventedPerson.draw(dice).full() : null,
        identity.street(),
        null,
        identity.place().city(),
        identity.place().state(),
        identity.zip(),
        "US",
        contact.email(),
        dice.chance(0.1) ? contact.person().mailbox() + "@mail.example.com" : null,
        contact.phone(),
        dice.chance(0.15) ? identity.place().phone(dice) : null,
        dice.chance(0.03) ? identity.place().phone(dice) : null,
        dice.chance(0.2) ? "Sends what " + identity.accountName() + " mails" : null,
        contact.title(),
        contact.role(),
        written(contact.customer(), dice));
  }

  private void identifiers(Customer customer, Dice dice, Consumer<Row> out) {
    LocalDate start = customer.relationship().startedOn();
    identifier(
        customer,
        "usps_account",
        String.format(Locale.ROOT, "%010d", 4_000_000L + customer.index() * 7L),
        start,
        dice,
        out);
    if (customer.firm()) {
      identifier(customer, "duns", duns(customer), start, dice, out);
      identifier(
          customer, "crid", String.valueOf(10_000_000 + customer.index() * 3), start, dice, out);
      if (dice.chance(0.4)) {
        identifier(
            customer,
            "uei",
            uei(customer),
            Timeline.later(start, LocalDate.of(2022, 4, 4)),
            dice,
            out);
      }
      if (customer.need(Service.ADVERTISING_MAIL).isPresent()
          || customer.need(Service.PERIODICALS).isPresent()) {
        identifier(customer, "permit", String.valueOf(dice.between(100, 9999)), start, dice, out);
      }
    }
  }

  private void identifier(
      Customer customer,
      String scheme,
      String value,
      LocalDate from,
      Dice dice,
      Consumer<Row> out) {
    LocalDate to = customer.endedOn(time).map(ended -> Timeline.later(ended, from)).orElse(null);
    out.accept(
        Table.CUSTOMER_IDENTIFIERS.row(
            customer.id(), scheme, value, from, to, written(customer, dice)));
  }

  /** Nine digits, the first one zero, as in the number of a firm listed early. */
  static String duns(Customer customer) {
    return String.format(Locale.ROOT, "%09d", (customer.index() * 7919L + 60_103L) % 100_000_000L);
  }

  /** Twelve letters and digits without O and I, beginning with a letter. */
  static String uei(Customer customer) {
    Dice dice = Dice.of(0, "uei", customer.index());
    StringBuilder uei = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String alphabet = i == 0 ? "ABCDEFGHJKLMNPQRSTUVWXYZ" : "ABCDEFGHJKLMNPQRSTUVWXYZ123456789";
      uei.append(alphabet.charAt(dice.below(alphabet.length())));
    }
    return uei.toString();
  }

  private Row signature(Customer customer, Dice dice) {
    LocalDate first = Timeline.later(time.firstDay(), customer.relationship().startedOn());
    String id = String.format(Locale.ROOT, "SG-%06d", customer.index() + 1);
    LocalDate signed =
        dice.day(first, Timeline.earlier(time.endOn(), customer.relationship().leavesOn()));
    return Table.SIGNATURES.row(
        id,
        customer.id(),
        customer.identity().person().full(),
        dice.pick(KINDS),
        signed,
        id + ".png");
  }
}
