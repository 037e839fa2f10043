package org.recordlake.format.payment;

import java.util.Optional;
import org.recordlake.protect.PaymentNumbers;

/**
 * The other end of a domestic entry. Places 40 to 76 mean something else in each entry class (Nacha
 * Operating Rules, appendix three): name and number change places, a check has its serial number
 * there, an entry of a shared network the number of the card.
 *
 * @param cardExpires MM/YY
 */
record AchParty(
    Optional<String> name,
    Optional<String> reference,
    Optional<String> checkNumber,
    Optional<String> card,
    Optional<String> cardExpires) {
  static AchParty of(String entryClass, AchRecord entry) {
    return switch (entryClass) {
      case "CIE" -> named(entry.optional(40, 61), entry.optional(62, 76));
      case "CTX", "ATX", "TRX" -> named(entry.optional(59, 74), entry.optional(40, 54));
      case "ARC", "BOC", "RCK" -> check(entry.optional(55, 76), entry.optional(40, 54));
      case "POP" -> check(entry.optional(55, 76), entry.optional(40, 48));
      case "TRC", "XCK" -> check(Optional.empty(), entry.optional(40, 54));
      case "SHR" -> sharedNetwork(entry);
      default -> named(entry.optional(55, 76), entry.optional(40, 54));
    };
  }

  /** Whether places 55 to 76 hold a number that must be protected like an account. */
  static boolean showsCard(String entryClass, AchRecord entry) {
    return entryClass.equals("SHR") && entry.field(55, 76).matches("\\d+");
  }

  private static AchParty named(Optional<String> name, Optional<String> reference) {
    return new AchParty(name, reference, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static AchParty check(Optional<String> name, Optional<String> serial) {
    return new AchParty(name, serial, serial, Optional.empty(), Optional.empty());
  }

  /** The card is expected in 22 digits; some banks write the cardholder there instead. */
  private static AchParty sharedNetwork(AchRecord entry) {
    if (!showsCard("SHR", entry)) {
      return named(entry.optional(55, 76), entry.optional(44, 54));
    }
    Optional<String> card =
        entry
            .optional(55, 76)
            .map(digits -> digits.replaceFirst("^0+", ""))
            .filter(PaymentNumbers::isCard);
    String expires = entry.field(40, 43);
    return new AchParty(
        Optional.empty(),
        entry.optional(44, 54),
        Optional.empty(),
        card,
        card.filter(known -> expires.matches("(?:0[1-9]|1[0-2])\\d{2}"))
            .map(known -> expires.substring(0, 2) + "/" + expires.substring(2)));
  }
}
