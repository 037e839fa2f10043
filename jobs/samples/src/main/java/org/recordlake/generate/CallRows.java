package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Sales calls: regular ones, and one when a customer says what it needs. Notes turn sour before a
 * customer leaves.
 */
record CallRows(long seed, Timeline time) implements CustomerRows {
  private static final List<String> CHANNELS = List.of("phone", "phone", "visit", "video", "email");

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "calls", customer.index());
    TreeMap<LocalDate, Optional<Need>> calls = new TreeMap<>();
    for (int number = 0; customer.firm() && number < time.months(); number++) {
      LocalDate day = dice.day(time.month(number), time.lastDayOf(number));
      if (dice.chance(0.13) && customer.activeOn(day)) {
        calls.put(
            day, dice.chance(0.4) ? customer.open(day).stream().findFirst() : Optional.empty());
      }
    }
    for (Need need : customer.needs()) {
      boolean told =
          dice.chance(customer.firm() ? 0.6 : 0.15) && need.statedOn().isBefore(need.adoptedOn());
      if (told && time.contains(need.statedOn()) && customer.activeOn(need.statedOn())) {
        calls.put(need.statedOn(), Optional.of(need));
      }
    }
    List<Contact> contacts = Contact.of(customer, seed);
    int number = 0;
    for (var call : calls.entrySet()) {
      number++;
      out.accept(row(customer, contacts, number, call.getKey(), call.getValue(), dice));
    }
  }

  private Row row(
      Customer customer,
      List<Contact> contacts,
      int number,
      LocalDate day,
      Optional<Need> stated,
      Dice dice) {
    boolean sour = customer.zest(day) < 0.95;
    String outcome = outcome(stated, sour, dice);
    Contact contact = dice.pick(contacts);
    String notes = sour ? Voice.cross(dice) : dice.chance(0.35) ? Voice.content(dice) : null;
    return Table.SALES_CALLS.row(
        String.format(Locale.ROOT, "V-%06d%03d", customer.index() + 1, number),
        customer.id(),
        customer.firm() && dice.chance(0.8) ? contact.id() : null,
        day,
        employee(seed, customer.index() / Cohort.SIZE, dice.below(6)).full(),
        dice.pick(CHANNELS),
        outcome,
        outcome.equals("no_answer")
            ? null
            : stated.map(need -> Voice.need(need.service(), dice)).orElse(null),
        outcome.equals("no_answer") ? null : notes);
  }

  private static String outcome(Optional<Need> stated, boolean sour, Dice dice) {
    if (stated.isPresent()) {
      return List.of("interested", "quoted", "follow_up").get(dice.weighted(50, 30, 20));
    }
    return sour
        ? List.of("service_issue", "lost", "no_answer").get(dice.weighted(55, 20, 25))
        : List.of("no_answer", "follow_up", "interested", "won", "lost", "service_issue")
            .get(dice.weighted(32, 38, 8, 10, 8, 4));
  }

  /** One of the employees who serve a district. */
  static InventedPerson employee(long seed, int district, int number) {
    return InventedPerson.draw(Dice.of(seed, "employee", district, number));
  }
}
