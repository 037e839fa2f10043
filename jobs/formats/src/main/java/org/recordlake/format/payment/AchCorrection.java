package org.recordlake.format.payment;

import java.util.Optional;

/**
 * What a notification of change says is right: by its code a routing number, an account number or
 * both stand at fixed places of the corrected data, 36 to 64 of addenda 98.
 */
final class AchCorrection {
  private AchCorrection() {}

  static Optional<String> account(AchRecord addenda) {
    return switch (addenda.field(4, 6)) {
      case "C01", "C06" -> addenda.optional(36, 52);
      case "C03" -> addenda.optional(48, 64);
      case "C07" -> addenda.optional(45, 61);
      default -> Optional.empty();
    };
  }

  static Optional<String> routing(AchRecord addenda) {
    return switch (addenda.field(4, 6)) {
      case "C02", "C03", "C07" -> addenda.optional(36, 44);
      default -> Optional.empty();
    };
  }
}
