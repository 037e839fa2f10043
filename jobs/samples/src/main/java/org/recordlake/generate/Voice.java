package org.recordlake.generate;

import java.util.List;

/** What people say when they need a service, when they are content and when they are not. */
final class Voice {
  private static final List<String> CONTENT =
      List.of(
          "Pickups run on time.",
          "Happy with the carrier and the counter.",
          "No changes planned for now.",
          "The new labels work well.",
          "Asked for the holiday calendar.");
  private static final List<String> CROSS =
      List.of(
          "Two pickups missed this month; wants to see it mended before ordering more.",
          "Complained about the last rate change and asked for other quotes.",
          "Deliveries came late and their own customers noticed.",
          "Is thinking of moving the volume elsewhere.");

  private Voice() {}

  static String content(Dice dice) {
    return dice.pick(CONTENT);
  }

  static String cross(Dice dice) {
    return dice.pick(CROSS);
  }

  /** A need in a customer's own words. */
  static String need(Service service, Dice dice) {
    return dice.pick(words(service));
  }

  private static List<String> words(Service service) {
    return switch (service) {
      case LETTER_MAIL ->
          List.of(
              "We need a cheaper way to send invoices by letter.",
              "Looking for help with our statement letters.");
      case ADVERTISING_MAIL ->
          List.of(
              "We want to mail a flyer to every household nearby.",
              "Need advertising mail for the season, postcards or a catalog.");
      case CERTIFIED_MAIL ->
          List.of(
              "We need proof of delivery for legal notices.",
              "Looking for certified letters with return receipts.");
      case PERIODICALS ->
          List.of(
              "Our magazine needs a periodicals rate.",
              "We plan a quarterly and want to mail it to subscribers.");
      case GROUND_PARCEL ->
          List.of(
              "Need cheaper ground shipping for our web orders.",
              "Looking for a better parcel rate for daily ground shipments.");
      case EXPEDITED_PARCEL ->
          List.of(
              "Our buyers want their parcels in two or three days.",
              "We need faster delivery than ground at a fair price.");
      case OVERNIGHT ->
          List.of(
              "Need overnight delivery for contracts.",
              "We must get samples there by the next morning.");
      case INTERNATIONAL ->
          List.of(
              "We get orders from Canada and Europe and need international shipping.",
              "Need help with customs forms for export.");
      case RETURNS ->
          List.of(
              "We need an easy way for customers to send things back.",
              "Looking for prepaid return labels in the box.");
      case ADDRESS_QUALITY ->
          List.of(
              "Too much of our mail comes back undeliverable; the list needs cleaning.",
              "Need our address list checked for moves.");
      case PO_BOX ->
          List.of(
              "We need a post office box near the shop.",
              "Looking for a box to keep mail off the porch.");
    };
  }
}
