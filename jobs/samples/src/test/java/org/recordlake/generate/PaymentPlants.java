package org.recordlake.generate;

/** Payments that may not be stored as they come. */
final class PaymentPlants {
  private PaymentPlants() {}

  static void plant(SampleFolder folder) {
    Row card =
        folder
            .clean(Table.PAYMENTS, 3, row -> "card".equals(row.value("method")))
            .with("payment_id", "P-0009510001");
    String luhn = "a card number that fails the check digit is a typing error, not a card";
    folder.fault(
        card.with("card_number", "4111111111111112"), "card number fails the Luhn check", luhn);
    folder.fault(
        card.with("payment_id", "P-0009510002").with("card_number", "5555555555554440"),
        "card number fails the Luhn check",
        luhn);
    String code =
        "verification codes are refused: the row is set aside and the code is taken out of what is"
            + " kept of it";
    folder.fault(
        card.with("payment_id", "P-0009510003").with("card_verification_code", "737"),
        "verification code sent along",
        code);
    folder.fault(
        card.with("payment_id", "P-0009510004").with("card_verification_code", "4821"),
        "verification code sent along",
        code);
    String kept = "a row that breaks its catalogue entry is set aside with its reason";
    folder.fault(
        card.with("payment_id", "P-0009510005").with("method", "cash"),
        "`method` not among the allowed values",
        kept);
    folder.fault(
        card.with("payment_id", "P-0009510006").with("amount", "-5.00"), "negative `amount`", kept);
  }
}
