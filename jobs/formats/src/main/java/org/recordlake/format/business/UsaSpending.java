package org.recordlake.format.business;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.tabular.Fields;

/** What the columns of USAspending tell of an award only together. */
final class UsaSpending {
  /** Contract types of vehicles, which others order under. */
  private static final Set<String> VEHICLES = Set.of("gwac", "idc", "fss", "boa", "bpa");

  private UsaSpending() {}

  /**
   * The first day of a contract. A closing action may take effect after the contract's last day,
   * which it does not move.
   *
   * @param names of the first day, and of the last
   */
  static Optional<String> start(Fields fields, String[][] names) {
    Optional<String> end = fields.day(names[1]);
    return fields.day(names[0]).map(day -> end.filter(last -> last.compareTo(day) < 0).orElse(day));
  }

  /** The award's key from that of the action; where it is not told, from its parts. */
  static String award(Fields fields) {
    boolean vehicle =
        fields.plain("awardoridvflag").equalsIgnoreCase("IDV")
            || fields.text("idvtypecode").isPresent();
    Optional<AwardKey.Action> told =
        fields.text("contracttransactionuniquekey").flatMap(AwardKey::ofAction);
    if (told.isPresent()) {
      return vehicle ? told.get().vehicle() : told.get().award();
    }
    return key(
        vehicle,
        fields.plain("awardidpiid"),
        fields.text("awardingsubagencycode", "awardingagencycode"),
        fields.text("parentawardidpiid", "parentawardid"),
        fields.text("parentawardagencyid"));
  }

  /** The same of the layout until 2017, which tells the parts alone. */
  static String legacyAward(Fields fields) {
    String type = Ways.label(fields.plain("contractactiontype")).toLowerCase(Locale.ROOT);
    return key(
        VEHICLES.contains(type),
        fields.plain("piid"),
        fields.text("agencyid").map(Ways::code),
        fields.text("idvpiid"),
        fields.text("idvagencyid").map(Ways::code));
  }

  private static String key(
      boolean vehicle,
      String number,
      Optional<String> agency,
      Optional<String> parent,
      Optional<String> parentAgency) {
    if (number.isEmpty()) {
      return "";
    }
    return vehicle
        ? AwardKey.vehicle(number, agency.orElse(""))
        : AwardKey.award(number, agency.orElse(""), parent.orElse(""), parentAgency.orElse(""));
  }
}
