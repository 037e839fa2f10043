package org.recordlake.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What customers buy: price, season, what usually comes before it, and who else sells it. */
@SuppressWarnings("ImmutableEnumChecker") // made of List.of and Map.of, or never handed out
enum Service {
  LETTER_MAIL("First-Class letters", 68, 420, Season.LETTERS, List.of("Other")),
  ADVERTISING_MAIL("Advertising mail", 34, 2400, Season.ADVERTISING, List.of("Other")),
  CERTIFIED_MAIL("Certified letters", 485, 22, Season.EVEN, List.of()),
  PERIODICALS("Periodicals mailing", 41, 3200, Season.EVEN, List.of()),
  GROUND_PARCEL(
      "Ground parcels", 845, 90, Season.PARCELS, List.of("UPS", "FedEx", "Amazon", "Regional")),
  EXPEDITED_PARCEL("Two- and three-day parcels", 1190, 45, Season.PARCELS, List.of("UPS", "FedEx")),
  OVERNIGHT("Overnight express", 3120, 6, Season.EVEN, List.of("FedEx", "UPS")),
  INTERNATIONAL("International parcels", 3850, 9, Season.PARCELS, List.of("DHL", "FedEx", "UPS")),
  RETURNS("Parcel returns", 795, 30, Season.RETURNS, List.of("UPS", "Amazon")),
  ADDRESS_QUALITY("Address list cleaning", 4, 2600, Season.ADVERTISING, List.of()),
  PO_BOX("Post office box, six months", 9600, 1, Season.EVEN, List.of());

  private final String label;
  private final int cents;
  private final int pieces;
  private final Season season;
  private final List<String> competitors;

  Service(String label, int cents, int pieces, Season season, List<String> competitors) {
    this.label = label;
    this.cents = cents;
    this.pieces = pieces;
    this.season = season;
    this.competitors = competitors;
  }

  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String label() {
    return label;
  }

  int cents() {
    return cents;
  }

  /** Pieces that a firm of about six employees sends in an ordinary month. */
  int pieces() {
    return pieces;
  }

  List<String> competitors() {
    return competitors;
  }

  double season(LocalDate month) {
    return season.percent[month.getMonthValue() - 1] / 100.0;
  }

  /** The service whose users come to need this one some months later. */
  Optional<Service> follows() {
    return switch (this) {
      case RETURNS, EXPEDITED_PARCEL -> Optional.of(GROUND_PARCEL);
      case INTERNATIONAL -> Optional.of(EXPEDITED_PARCEL);
      case ADDRESS_QUALITY -> Optional.of(ADVERTISING_MAIL);
      case OVERNIGHT -> Optional.of(CERTIFIED_MAIL);
      default -> Optional.empty();
    };
  }

  /**
   * Whether monthly volumes of it are collected, from the Postal Service and from its competitors.
   */
  boolean metered() {
    return this != PO_BOX && this != ADDRESS_QUALITY && this != CERTIFIED_MAIL;
  }

  BigDecimal price(double factor) {
    return BigDecimal.valueOf(StrictMath.max(1, StrictMath.round(cents * factor)), 2);
  }

  private enum Season {
    EVEN(100, 100, 100, 100, 100, 100, 95, 95, 102, 102, 102, 104),
    LETTERS(104, 100, 103, 106, 98, 96, 93, 93, 99, 103, 104, 122),
    ADVERTISING(78, 84, 108, 112, 100, 88, 82, 94, 112, 128, 132, 96),
    PARCELS(84, 86, 92, 94, 96, 95, 92, 95, 98, 106, 146, 172),
    RETURNS(164, 112, 92, 90, 90, 90, 90, 90, 92, 96, 110, 140);

    private final int[] percent;

    Season(int... percent) {
      this.percent = percent;
    }
  }
}
