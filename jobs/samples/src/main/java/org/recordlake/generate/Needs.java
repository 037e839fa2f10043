package org.recordlake.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Draws what a customer needs and when it buys it for the first time. Some needs are as old as the
 * relationship, some are met within the history, and some only in the nine months after it; a
 * service that follows another comes some months after that one. This is the signal that an insight
 * has to find.
 */
record Needs(Timeline time, Segment segment, Customer.Relationship relationship, Dice dice) {

  List<Need> draw() {
    List<Need> needs = new ArrayList<>();
    for (Service service : Service.values()) {
      Optional<Need> base = service.follows().flatMap(before -> find(needs, before));
      if (dice.chance(chance(service, base))) {
        add(needs, need(service, base));
      }
    }
    if (needs.stream().noneMatch(need -> need.adoptedOn().equals(relationship.startedOn()))) {
      needs.removeIf(need -> need.service() == favourite());
      add(
          needs,
          new Need(favourite(), strength(), relationship.startedOn(), relationship.startedOn()));
    }
    return needs.stream().sorted(Comparator.comparing(Need::service)).toList();
  }

  private static Optional<Need> find(List<Need> needs, Service service) {
    return needs.stream().filter(need -> need.service() == service).findFirst();
  }

  private void add(List<Need> needs, Need need) {
    if (need.adoptedOn().isBefore(relationship.leavesOn())) {
      needs.add(need);
    }
  }

  private double chance(Service service, Optional<Need> base) {
    double chance = segment.propensity(service);
    if (service.follows().isEmpty()) {
      return chance;
    }
    return base.isPresent() ? StrictMath.min(0.9, chance * 1.3) : chance * 0.25;
  }

  private Need need(Service service, Optional<Need> base) {
    LocalDate start = relationship.startedOn();
    LocalDate earliest = Timeline.later(start, time.firstDay());
    LocalDate adopted;
    if (base.isPresent() && base.get().adoptedOn().isAfter(time.firstDay())) {
      adopted = base.get().adoptedOn().plusDays(dice.between(30, 330));
    } else if (dice.chance(base.isPresent() ? 0.35 : 0.6)) {
      return new Need(service, strength(), start, start);
    } else {
      adopted = dice.day(earliest.plusDays(30), time.endOn().plusMonths(9));
    }
    LocalDate stated = Timeline.later(start, adopted.minusDays(dice.between(25, 200)));
    return new Need(service, strength(), stated, adopted);
  }

  private double strength() {
    return 0.3 + 0.7 * dice.unit();
  }

  private Service favourite() {
    Service favourite = Service.LETTER_MAIL;
    for (Service service : Service.values()) {
      if (segment.propensity(service) > segment.propensity(favourite)) {
        favourite = service;
      }
    }
    return favourite;
  }
}
