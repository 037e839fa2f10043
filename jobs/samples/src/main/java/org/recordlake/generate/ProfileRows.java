package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What was known of a firm year after year, and the equipment in its mailroom. */
record ProfileRows(long seed, Timeline time) implements CustomerRows {
  private static final List<String> AGENCIES = Invented.words("advertising_agencies");
  private static final List<String> KINDS = Invented.words("equipment_kinds");
  private static final List<String> MAKERS = Invented.words("equipment_makers");

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    if (!customer.firm()) {
      return;
    }
    Dice dice = Dice.of(seed, "profile", customer.index());
    LocalDate last = Timeline.earlier(time.endOn(), customer.relationship().leavesOn());
    int founded = customer.relationship().startedOn().getYear() - dice.between(1, 40);
    double growth = 0.96 + 0.14 * dice.unit();
    double employees = customer.identity().employees();
    double sales = 60_000 + 90_000 * dice.unit();
    LocalDate first = Timeline.later(time.firstDay(), customer.relationship().startedOn());
    for (LocalDate day = first.plusDays(dice.below(300));
        day.isBefore(last);
        day = day.plusMonths(14)) {
      out.accept(profile(customer, day, founded, employees, sales, dice));
      employees *= growth;
    }
    if (dice.chance(0.45)) {
      out.accept(equipment(customer, first, last, dice));
    }
  }

  private static Row profile(
      Customer customer, LocalDate day, int founded, double employees, double sales, Dice dice) {
    long staff = StrictMath.max(1, StrictMath.round(employees));
    int age = StrictMath.max(0, day.getYear() - founded - 1);
    int sites = 1 + (int) (staff / 60);
    double revenue = 1_000 * StrictMath.round(staff * sales / 1_000);
    boolean advertises = customer.need(Service.ADVERTISING_MAIL).isPresent();
    Customer.Identity identity = customer.identity();
    String home = identity.place().city() + " " + identity.place().state();
    return Table.FIRM_PROFILES.row(
        customer.id(),
        day,
        identity.firmName().orElse(identity.accountName()),
        band(staff),
        founded,
        StrictMath.max(0, age - dice.below(3)),
        age,
        staff,
        Decimals.cents(revenue),
        dice.chance(0.4) ? Decimals.cents(revenue * 0.93) : null,
        sites,
        sites > 1 ? home + "; " + dice.pick(Place.ALL).city() : home,
        "https://www." + identity.domain(),
        customer.naics(),
        customer.sic(),
        dice.pick(
            List.of(
                "consumers",
                "businesses",
                "consumers;businesses",
                "businesses;government",
                "nonprofits")),
        advertises && dice.chance(0.5) ? dice.pick(AGENCIES) : null,
        Decimals.cents((double) StrictMath.round(revenue * (advertises ? 0.03 : 0.008))));
  }

  static String band(long employees) {
    return employees < 10
        ? "micro"
        : employees < 50
            ? "small"
            : employees < 250 ? "medium" : employees < 1000 ? "large" : "enterprise";
  }

  private static Row equipment(Customer customer, LocalDate first, LocalDate last, Dice dice) {
    String kind = dice.pick(KINDS);
    String maker = dice.pick(MAKERS);
    LocalDate installed = dice.day(first.minusYears(2), last);
    boolean removed = dice.chance(0.1);
    return Table.CUSTOMER_EQUIPMENT.row(
        String.format(Locale.ROOT, "EQ-%06d", customer.index() + 1),
        customer.id(),
        kind,
        maker,
        maker.substring(0, 2).toUpperCase(Locale.ROOT) + "-" + dice.between(100, 990),
        "SN" + dice.digits(8),
        kind.equals("postage_meter") ? "0" + dice.digits(7) : null,
        dice.pick(List.of("owned", "leased", "rented")),
        installed,
        removed ? dice.day(installed, last) : null,
        last);
  }
}
