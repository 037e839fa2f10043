package org.recordlake.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Events of a district: one a quarter, the last one still to come, with their guests and the
 * district's council.
 */
record EventRows(long seed, Timeline time) implements CohortRows {
  private static final List<Kind> KINDS = Invented.list(Kind.class, "event_kinds");
  private static final List<String> WISHES = Invented.words("event_wishes");

  private record Kind(String kind, String title, String venue) {}

  @Override
  public void write(Cohort cohort, Consumer<Row> out) {
    LocalDate last = time.endOn().plusDays(40);
    int number = 0;
    for (LocalDate day = time.back(34).plusDays(20); !day.isAfter(last); day = day.plusDays(91)) {
      number++;
      event(cohort, number, day.with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY)), out);
    }
    cohort.customers().forEach(customer -> membership(cohort, customer, out));
  }

  private void event(Cohort cohort, int number, LocalDate start, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "event", cohort.number(), number);
    Kind kind = KINDS.get(number % KINDS.size());
    String id = String.format(Locale.ROOT, "E-%04d%02d", cohort.number() + 1, number);
    LocalDate end = kind.kind().equals("conference") ? start.plusDays(1) : start;
    String city = cohort.place().cityAndState();
    out.accept(
        Table.EVENTS.row(
            id,
            kind.title() + " " + cohort.place().city(),
            kind.kind(),
            start,
            end,
            kind.venue(),
            city));
    for (Customer customer : cohort.customers()) {
      LocalDate asked = start.minusDays(dice.between(5, 50));
      boolean curious = !customer.open(start).isEmpty();
      double chance = customer.firm() ? (curious ? 0.16 : 0.07) : 0.015;
      if (dice.chance(chance) && customer.activeOn(asked) && !asked.isAfter(time.endOn())) {
        registration(customer, id, end, asked, kind.venue(), out);
      }
    }
  }

  private void registration(
      Customer customer,
      String event,
      LocalDate end,
      LocalDate asked,
      String venue,
      Consumer<Row> out) {
    Dice dice = Dice.of(seed, "registration:" + event, customer.index());
    Contact guest = dice.pick(Contact.of(customer, seed));
    String id =
        "G-" + event.substring(2) + String.format(Locale.ROOT, "%06d", customer.index() + 1);
    boolean stranger = dice.chance(0.1);
    Spelling spelling = guest.person().spelling(dice);
    boolean over = !end.isAfter(time.endOn());
    out.accept(
        Table.EVENT_REGISTRATIONS.row(
            id,
            event,
            end,
            stranger ? null : customer.id(),
            stranger ? spelling.text() : guest.person().full(),
            stranger && dice.chance(0.6) ? null : guest.email(),
            guest.phone(),
            List.of("attendee", "speaker", "exhibitor").get(dice.weighted(90, 4, 6)),
            dice.chance(0.25)
                ? "Arrives the evening before; morning session at the " + venue
                : null,
            dice.chance(0.3) ? guest.person().first() : null,
            dice.chance(0.12) ? dice.pick(WISHES) : null,
            asked,
            over ? dice.chance(0.74) : null,
            over ? end : asked));
    if (stranger) {
      out.accept(spelling.truth("event_registrations", id, customer));
    }
  }

  private void membership(Cohort cohort, Customer customer, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "membership", customer.index());
    if (!customer.firm() || !dice.chance(0.2) || customer.endedOn(time).isPresent()) {
      return;
    }
    LocalDate joined = dice.day(customer.relationship().startedOn(), time.endOn());
    boolean council = dice.chance(0.9);
    out.accept(
        Table.ORGANIZATION_MEMBERSHIPS.row(
            String.format(Locale.ROOT, "B-%06d", customer.index() + 1),
            customer.id(),
            council ? "PCC" : "MTAC",
            council ? "Greater " + cohort.place().city() : null,
            customer.identity().person().full(),
            customer.identity().email(),
            List.of("member", "officer", "chair", "sponsor").get(dice.weighted(80, 10, 4, 6)),
            joined,
            null,
            joined));
  }
}
