package org.recordlake.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One web meeting of a district and everybody who came. */
record Meeting(
    String id,
    LocalDate date,
    String topic,
    Service service,
    String kind,
    String platform,
    InventedPerson host,
    Instant start,
    int minutes,
    boolean townHall,
    List<Guest> guests) {
  private static final double TOWN_HALL_SHARE = 0.78;

  /**
   * Somebody in a meeting. A stranger gave another spelling of the name and no address; only the
   * truth knows the customer.
   */
  record Guest(
      String participantId,
      Contact contact,
      Spelling name,
      boolean stranger,
      int from,
      int until,
      boolean cameraOn) {

    String customerId() {
      return stranger ? null : contact.customer().id();
    }

    String email() {
      return stranger ? null : contact.email();
    }
  }

  /** Draws the meeting that a district holds in the given month, counted from the first one. */
  static Meeting draw(long seed, Cohort cohort, int number, LocalDate date) {
    Dice dice = Dice.of(seed, "meeting", cohort.number(), number);
    Service service =
        List.of(Service.values())
            .get((number * 4 + cohort.number()) % (Service.values().length - 1));
    boolean small = number % 6 == 3;
    int minutes = small ? 30 : dice.between(45, 75);
    Instant start =
        date.atTime(LocalTime.of(dice.between(15, 19), 30 * dice.below(2)))
            .toInstant(ZoneOffset.UTC);
    List<Guest> guests = guests(seed, cohort, service, date, small ? 0.022 : 0.125, minutes, dice);
    return new Meeting(
        String.format(
            Locale.ROOT, "%03d-%04d-%03d", 810 + number % 90, cohort.number() + 1, number + 100),
        date,
        small ? "Advisory round: " + service.label() : "Office hours: " + service.label(),
        service,
        small ? "meeting" : "webinar",
        List.of("zoom", "teams", "webex").get(dice.weighted(60, 30, 10)),
        CallRows.employee(seed, cohort.number(), number % 3),
        start,
        minutes,
        false,
        guests);
  }

  /** Draws a meeting to which a district asks all its customers, counted from the first one. */
  static Meeting drawTownHall(long seed, Cohort cohort, int number, LocalDate date) {
    Dice dice = Dice.of(seed, "town-hall", cohort.number(), number);
    int minutes = dice.between(80, 95);
    Instant start = date.atTime(LocalTime.of(17, 0)).toInstant(ZoneOffset.UTC);
    return new Meeting(
        String.format(Locale.ROOT, "9%02d-%04d-%03d", number % 100, cohort.number() + 1, number),
        date,
        "Town hall: rates and services",
        Service.GROUND_PARCEL,
        "webinar",
        "zoom",
        CallRows.employee(seed, cohort.number(), 0),
        start,
        minutes,
        true,
        guests(
            seed,
            minutes,
            dice,
            cohort.customers().stream()
                .filter(customer -> dice.chance(TOWN_HALL_SHARE) && customer.activeOn(date))
                .toList()));
  }

  private static List<Guest> guests(
      long seed,
      Cohort cohort,
      Service service,
      LocalDate date,
      double share,
      int minutes,
      Dice dice) {
    List<Guest> guests = new ArrayList<>();
    for (Customer customer : cohort.customers()) {
      boolean curious = customer.need(service).isPresent();
      if (dice.chance(share * (curious ? 1.7 : 0.7)) && customer.activeOn(date)) {
        guests.add(guest(seed, customer, guests.size() + 1, minutes, dice));
      }
    }
    return guests;
  }

  private static List<Guest> guests(long seed, int minutes, Dice dice, List<Customer> customers) {
    List<Guest> guests = new ArrayList<>();
    customers.forEach(
        customer -> guests.add(guest(seed, customer, guests.size() + 1, minutes, dice)));
    return guests;
  }

  private static Guest guest(long seed, Customer customer, int number, int minutes, Dice dice) {
    Contact contact = dice.pick(Contact.of(customer, seed));
    boolean stranger = dice.chance(0.12);
    Spelling name =
        stranger ? contact.person().spelling(dice) : new Spelling(contact.person().full(), "");
    int from = dice.weighted(70, 20, 10) * 4 + dice.below(3);
    int until = minutes - (dice.chance(0.3) ? dice.below(minutes / 2) : dice.below(2));
    String id = String.format(Locale.ROOT, "%d", 16_778_240 + 1024 * number);
    return new Guest(
        id, contact, name, stranger, from, StrictMath.max(from + 3, until), dice.chance(0.5));
  }

  Instant at(double minute) {
    return start.plusSeconds(StrictMath.round(minute * 60));
  }

  String hostEmail() {
    return host.mailbox() + "@usps.example.org";
  }
}
