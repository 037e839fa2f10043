package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An invented customer with everything about it that stays hidden in a real system and is known
 * here.
 */
record Customer(
    int index,
    Segment segment,
    Identity identity,
    Relationship relationship,
    Temperament temperament,
    List<Need> needs) {

  static String id(int index) {
    return String.format(Locale.ROOT, "C-%06d", index + 1);
  }

  /** How the customer is called and reached. */
  record Identity(
      InventedPerson person,
      String accountName,
      Optional<String> firmName,
      Place place,
      String street,
      String zip,
      String phone,
      String email,
      String domain,
      String industry,
      int employees) {

    Perturbation.Address address() {
      return new Perturbation.Address(street, null, place.city(), place.state(), zip);
    }
  }

  /** From when to when. The end may lie after the history's, where only the truth tells it. */
  record Relationship(LocalDate startedOn, LocalDate leavesOn) {}

  /** How the customer decides. */
  record Temperament(
      double hazard,
      double priceSensitivity,
      String competitor,
      double loyalty,
      double ordersAMonth,
      boolean sharesUsage) {}

  String id() {
    return id(index);
  }

  boolean firm() {
    return segment.firm();
  }

  String naics() {
    return firm() ? identity.industry().substring(0, 6) : null;
  }

  String sic() {
    return identity.industry().substring(7, 11);
  }

  Optional<LocalDate> endedOn(Timeline time) {
    return relationship.leavesOn().isAfter(time.endOn())
        ? Optional.empty()
        : Optional.of(relationship.leavesOn());
  }

  boolean activeOn(LocalDate day) {
    return !day.isBefore(relationship.startedOn()) && day.isBefore(relationship.leavesOn());
  }

  /** 1 while all is well, falling to a third in the four months before the customer leaves. */
  double zest(LocalDate day) {
    double days = java.time.temporal.ChronoUnit.DAYS.between(day, relationship.leavesOn());
    return days >= 120 ? 1 : days < 0 ? 0 : 0.33 + 0.67 * days / 120;
  }

  /** Size against a firm of six employees; business grows more slowly than staff. */
  double size() {
    return StrictMath.pow(identity.employees() / 6.0, 0.6);
  }

  Optional<Need> need(Service service) {
    return needs.stream().filter(need -> need.service() == service).findFirst();
  }

  List<Need> adopted(LocalDate day) {
    return needs.stream().filter(need -> need.adoptedBy(day)).toList();
  }

  List<Need> open(LocalDate day) {
    return needs.stream().filter(need -> need.openOn(day)).toList();
  }
}
