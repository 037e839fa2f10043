package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws the customer with a given number; the same number is always the same customer, whatever
 * else is generated.
 */
record Customers(long seed, Timeline time) {
  private static final List<String> WORDS = Invented.words("firm_words");
  private static final List<String> FORMS = Invented.words("legal_forms");
  private static final List<String> MAIL_HOSTS = Invented.words("mail_hosts");

  Customer customer(int index) {
    Dice dice = Dice.of(seed, "customer", index);
    Segment segment = Segment.draw(dice);
    Customer.Identity identity = identity(index, segment, dice);
    Customer.Temperament temperament = temperament(segment, dice);
    Customer.Relationship relationship = relationship(temperament, dice);
    List<Need> needs = new Needs(time, segment, relationship, Dice.of(seed, "needs", index)).draw();
    return new Customer(index, segment, identity, relationship, temperament, needs);
  }

  private static Customer.Identity identity(int index, Segment segment, Dice dice) {
    InventedPerson person = InventedPerson.draw(dice);
    Place place = dice.chance(0.4) ? Cohort.place(index / Cohort.SIZE) : dice.pick(Place.ALL);
    String street = place.street(dice);
    String zip = place.zip(dice);
    String phone = place.phone(dice);
    if (!segment.firm()) {
      String host = dice.pick(MAIL_HOSTS);
      String email = person.mailbox() + (index + 1) + "@" + host;
      return new Customer.Identity(
          person, person.full(), Optional.empty(), place, street, zip, phone, email, host, "", 1);
    }
    String industry = dice.pick(segment.industries());
    String trade = industry.substring(industry.lastIndexOf('/') + 1);
    String name = (dice.chance(0.3) ? possessive(person, dice) : dice.pick(WORDS)) + " " + trade;
    String domain =
        slug(name)
            + "-"
            + slug(place.city())
            + (index + 1)
            + ".example."
            + dice.pick(List.of("com", "com", "net", "org"));
    int employees =
        (int) StrictMath.max(1, StrictMath.round(segment.employees() * dice.factor(0.9)));
    return new Customer.Identity(
        person,
        name,
        Optional.of(name + dice.pick(FORMS)),
        place,
        street,
        zip,
        phone,
        (dice.chance(0.5) ? "info" : "office") + "@" + domain,
        domain,
        industry,
        employees);
  }

  private static String possessive(InventedPerson person, Dice dice) {
    return dice.chance(0.4)
        ? person.last() + " & " + InventedPerson.draw(dice).last()
        : person.last();
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }

  private static Customer.Temperament temperament(Segment segment, Dice dice) {
    double price = dice.unit();
    double hazard = 0.002 + 0.012 * price * dice.unit() + (dice.chance(0.08) ? 0.03 : 0);
    List<String> rivals = List.of("UPS", "FedEx", "Amazon", "Regional", "DHL");
    String competitor = rivals.get(dice.weighted(0.36, 0.3, 0.16, 0.12, 0.06));
    double orders = segment.ordersAMonth() * dice.factor(0.6);
    return new Customer.Temperament(
        hazard, price, competitor, 0.35 + 0.6 * dice.unit(), orders, dice.chance(0.6));
  }

  /**
   * Nobody left so long ago that the three years of the schedule are over: a tidy source system
   * would not hold them.
   */
  private Customer.Relationship relationship(Customer.Temperament temperament, Dice dice) {
    LocalDate started =
        dice.chance(0.28)
            ? dice.day(time.firstDay(), time.endOn().minusDays(20))
            : dice.day(time.firstDay().minusYears(14), time.firstDay().minusDays(1));
    LocalDate month = Timeline.later(started.plusMonths(3), time.back(35));
    for (int waited = 0; waited < 600 && !dice.chance(temperament.hazard()); waited++) {
      month = month.plusMonths(1);
    }
    return new Customer.Relationship(started, month.plusDays(dice.below(28)));
  }
}
