package org.recordlake.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A campaign for one service, and what it did to each customer. */
record Campaign(
    int number,
    Service service,
    String kind,
    String channel,
    LocalDate startsOn,
    LocalDate endsOn,
    BigDecimal cost) {
  private static final List<Kind> KINDS = Invented.list(Kind.class, "campaign_kinds");

  private record Kind(String kind, String channel, BigDecimal cost) {}

  /**
   * What one campaign did to one customer; a hold-out was chosen and left alone, to see what would
   * have happened anyway.
   */
  record Touch(
      Campaign campaign,
      boolean holdout,
      LocalDate contactedOn,
      Optional<LocalDate> orderedOn,
      String response) {}

  /** One campaign starts every sixth week, within the five years of the schedule. */
  static List<Campaign> all(long seed, Timeline time) {
    LocalDate first = time.back(59);
    int count =
        (int) (java.time.temporal.ChronoUnit.DAYS.between(first, time.endOn().minusDays(30)) / 45)
            + 1;
    return IntStream.range(0, count)
        .mapToObj(number -> of(seed, number, first.plusDays(45L * number)))
        .toList();
  }

  private static Campaign of(long seed, int number, LocalDate start) {
    Dice dice = Dice.of(seed, "campaign", number);
    Kind kind = dice.pick(KINDS);
    List<Service> promoted =
        Arrays.stream(Service.values()).filter(one -> one != Service.PO_BOX).toList();
    Service service = promoted.get((number * 3 + dice.below(2)) % promoted.size());
    LocalDate end = start.plusDays(dice.between(14, 28));
    return new Campaign(number, service, kind.kind(), kind.channel(), start, end, kind.cost());
  }

  String id() {
    return String.format(Locale.ROOT, "M-%04d", number + 1);
  }

  Optional<Touch> touch(Customer customer, long seed, Timeline time) {
    Dice dice = Dice.of(seed, "touch", number, customer.index());
    LocalDate day = startsOn.plusDays(dice.below(7));
    boolean fits = customer.segment().propensity(service) > 0.15;
    if (!customer.activeOn(day) || !dice.chance(fits ? 0.3 : 0.04) || day.isAfter(time.endOn())) {
      return Optional.empty();
    }
    boolean holdout = dice.chance(0.12);
    Optional<LocalDate> ordered =
        ordered(customer, day, holdout, dice).filter(on -> !on.isAfter(time.endOn()));
    return Optional.of(
        new Touch(this, holdout, day, ordered, response(customer, day, holdout, ordered, dice)));
  }

  /**
   * Whoever was about to adopt the service does; others who use it buy more, and more often so if
   * they were reached.
   */
  private Optional<LocalDate> ordered(
      Customer customer, LocalDate day, boolean holdout, Dice dice) {
    Optional<Need> need = customer.need(service);
    LocalDate limit = day.plusDays(45);
    LocalDate extra = day.plusDays(dice.between(3, 30));
    boolean tempted = dice.chance((holdout ? 0.05 : 0.16) * need.map(Need::strength).orElse(0.0));
    return need.filter(n -> n.adoptedOn().isAfter(day) && n.adoptedBy(limit))
        .map(Need::adoptedOn)
        .or(() -> need.filter(n -> n.adoptedBy(day) && tempted).map(n -> extra))
        .filter(customer::activeOn);
  }

  private String response(
      Customer customer, LocalDate day, boolean holdout, Optional<LocalDate> ordered, Dice dice) {
    if (holdout) {
      return null;
    }
    if (ordered.isPresent()) {
      return "ordered";
    }
    boolean wants = customer.need(service).map(need -> need.openOn(day)).orElse(false);
    String[] answers = {"none", "opened", "clicked", "replied", "called", "declined"};
    return wants
        ? answers[dice.weighted(35, 15, 15, 15, 15, 5)]
        : answers[
            dice.weighted(
                78, channel.equals("email") ? 14 : 2, channel.equals("mail") ? 1 : 4, 1, 1, 4)];
  }
}
