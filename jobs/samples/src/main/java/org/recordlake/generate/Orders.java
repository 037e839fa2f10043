package org.recordlake.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A customer's orders: a Poisson stream at the customer's own rate, which falls silent when the
 * customer leaves; the first order of every adopted service; and what campaigns added. A service is
 * never ordered before its adoption.
 */
record Orders(long seed, Timeline time, List<Campaign> campaigns) {
  private static final List<String> CHANNELS =
      List.of("online", "online", "online", "phone", "retail", "field", "partner");

  List<Order> of(Customer customer) {
    Dice dice = Dice.of(seed, "orders", customer.index());
    TreeMap<LocalDate, Set<Service>> wanted = new TreeMap<>();
    regular(customer, dice).forEach(day -> want(wanted, day, basket(customer, day, dice)));
    customer.needs().stream()
        .filter(need -> time.contains(need.adoptedOn()))
        .forEach(need -> want(wanted, need.adoptedOn(), List.of(need.service())));
    for (Campaign campaign : campaigns) {
      campaign
          .touch(customer, seed, time)
          .flatMap(Campaign.Touch::orderedOn)
          .ifPresent(day -> want(wanted, day, List.of(campaign.service())));
    }
    List<Order> orders = new ArrayList<>();
    wanted.forEach(
        (day, services) -> orders.add(order(customer, orders.size() + 1, day, services, dice)));
    return orders;
  }

  private static void want(
      TreeMap<LocalDate, Set<Service>> wanted, LocalDate day, List<Service> services) {
    wanted.computeIfAbsent(day, any -> new java.util.TreeSet<>()).addAll(services);
  }

  private List<LocalDate> regular(Customer customer, Dice dice) {
    List<LocalDate> days = new ArrayList<>();
    for (int number = 0; number < time.months(); number++) {
      LocalDate month = time.month(number);
      double season =
          (Service.GROUND_PARCEL.season(month) + Service.ADVERTISING_MAIL.season(month)) / 2;
      int count =
          dice.poisson(customer.temperament().ordersAMonth() * season * customer.zest(month));
      IntStream.range(0, count)
          .mapToObj(any -> dice.day(month, month.plusMonths(1).minusDays(1)))
          .filter(day -> !day.isAfter(time.endOn()) && customer.activeOn(day))
          .forEach(days::add);
    }
    return days;
  }

  /**
   * One to three services; what is needed more is ordered more often, and a follow-on comes along
   * with what it follows.
   */
  private static List<Service> basket(Customer customer, LocalDate day, Dice dice) {
    List<Need> adopted = customer.adopted(day);
    List<Service> basket = new ArrayList<>();
    for (int item = 1 + dice.weighted(60, 28, 12); item > 0 && !adopted.isEmpty(); item--) {
      basket.add(
          adopted
              .get(dice.weighted(adopted.stream().mapToDouble(Need::strength).toArray()))
              .service());
    }
    adopted.stream()
        .map(Need::service)
        .filter(
            service -> service.follows().map(basket::contains).orElse(false) && dice.chance(0.35))
        .toList()
        .forEach(basket::add);
    return basket;
  }

  private static Order order(
      Customer customer, int number, LocalDate day, Set<Service> services, Dice dice) {
    boolean cancelled = dice.chance(0.015);
    boolean back = dice.chance(0.015);
    double discount = 1 - 0.06 * dice.unit() * customer.temperament().priceSensitivity();
    return new Order(
        String.format(Locale.ROOT, "O-%06d%04d", customer.index() + 1, number),
        day,
        dice.pick(CHANNELS),
        services.stream()
            .sorted(Comparator.naturalOrder())
            .map(
                service ->
                    new Order.Line(
                        service,
                        quantity(customer, service, dice) * (back ? -1 : 1),
                        service.price(discount),
                        cancelled))
            .collect(Collectors.toList()));
  }

  static long quantity(Customer customer, Service service, Dice dice) {
    double lot = StrictMath.min(service.pieces(), 400) * 0.5 * customer.size() * dice.factor(0.5);
    return service == Service.PO_BOX ? 1 : StrictMath.max(1, StrictMath.round(lot));
  }
}
