package org.recordlake.generate;

import static org.recordlake.generate.Service.ADDRESS_QUALITY;
import static org.recordlake.generate.Service.ADVERTISING_MAIL;
import static org.recordlake.generate.Service.CERTIFIED_MAIL;
import static org.recordlake.generate.Service.EXPEDITED_PARCEL;
import static org.recordlake.generate.Service.GROUND_PARCEL;
import static org.recordlake.generate.Service.INTERNATIONAL;
import static org.recordlake.generate.Service.LETTER_MAIL;
import static org.recordlake.generate.Service.OVERNIGHT;
import static org.recordlake.generate.Service.PERIODICALS;
import static org.recordlake.generate.Service.PO_BOX;
import static org.recordlake.generate.Service.RETURNS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The hidden kind of a customer, from which its industry, its size and most of its needs follow.
 */
@SuppressWarnings("ImmutableEnumChecker") // made of List.of and Map.of, or never handed out
enum Segment {
  ONLINE_SELLER(
      0.19,
      9,
      0.9,
      List.of(
          "459120/5945/Hobby Supply",
          "458110/5651/Outfitters",
          "449210/5734/Electronics",
          "455219/5399/Goods",
          "459999/5961/Trading"),
      Map.of(
          GROUND_PARCEL,
          0.97,
          EXPEDITED_PARCEL,
          0.6,
          RETURNS,
          0.66,
          INTERNATIONAL,
          0.45,
          ADVERTISING_MAIL,
          0.3,
          PO_BOX,
          0.15)),
  LOCAL_RETAIL(
      0.16,
      7,
      0.55,
      List.of(
          "459210/5942/Books",
          "459420/5947/Gifts",
          "445298/5499/Fine Foods",
          "456110/5912/Pharmacy",
          "311811/5461/Bakery"),
      Map.of(
          ADVERTISING_MAIL,
          0.85,
          LETTER_MAIL,
          0.55,
          ADDRESS_QUALITY,
          0.5,
          GROUND_PARCEL,
          0.3,
          PO_BOX,
          0.35,
          RETURNS,
          0.1)),
  PROFESSIONAL_OFFICE(
      0.16,
      12,
      0.6,
      List.of(
          "541110/8111/Law Group",
          "541211/8721/Accounting",
          "524210/6411/Insurance Agency",
          "531210/6531/Realty",
          "541330/8711/Engineering"),
      Map.of(
          LETTER_MAIL,
          0.97,
          CERTIFIED_MAIL,
          0.8,
          OVERNIGHT,
          0.6,
          ADVERTISING_MAIL,
          0.25,
          PO_BOX,
          0.3,
          EXPEDITED_PARCEL,
          0.1)),
  MANUFACTURER(
      0.12,
      85,
      0.5,
      List.of(
          "332710/3599/Machine Works",
          "325620/2844/Soap Works",
          "339112/3841/Instruments",
          "315250/2389/Apparel",
          "337122/2511/Woodcraft"),
      Map.of(
          GROUND_PARCEL,
          0.8,
          EXPEDITED_PARCEL,
          0.72,
          INTERNATIONAL,
          0.6,
          CERTIFIED_MAIL,
          0.35,
          OVERNIGHT,
          0.5,
          LETTER_MAIL,
          0.4)),
  HEALTH(
      0.09,
      24,
      0.5,
      List.of(
          "621210/8021/Dental",
          "621111/8011/Family Clinic",
          "621610/8082/Home Care",
          "456110/5912/Care Pharmacy"),
      Map.of(
          LETTER_MAIL,
          0.95,
          CERTIFIED_MAIL,
          0.6,
          OVERNIGHT,
          0.45,
          EXPEDITED_PARCEL,
          0.3,
          GROUND_PARCEL,
          0.3,
          ADDRESS_QUALITY,
          0.2)),
  NONPROFIT(
      0.08,
      14,
      0.5,
      List.of(
          "813110/8661/Parish",
          "813410/8641/Community Club",
          "813212/8399/Relief Society",
          "813319/8399/Alliance",
          "611110/8211/School"),
      Map.of(
          ADVERTISING_MAIL,
          0.9,
          LETTER_MAIL,
          0.8,
          ADDRESS_QUALITY,
          0.7,
          PERIODICALS,
          0.35,
          PO_BOX,
          0.45,
          RETURNS,
          0.02)),
  PUBLISHER(
      0.05,
      32,
      0.7,
      List.of(
          "513110/2711/News",
          "513120/2721/Magazines",
          "513130/2731/Press",
          "323111/2752/Printing",
          "541860/7331/Direct Mail"),
      Map.of(
          PERIODICALS,
          0.9,
          ADVERTISING_MAIL,
          0.6,
          ADDRESS_QUALITY,
          0.6,
          LETTER_MAIL,
          0.5,
          GROUND_PARCEL,
          0.45,
          EXPEDITED_PARCEL,
          0.2)),
  INDIVIDUAL(
      0.15,
      1,
      0.18,
      List.of(),
      Map.of(
          LETTER_MAIL,
          0.6,
          GROUND_PARCEL,
          0.5,
          PO_BOX,
          0.4,
          INTERNATIONAL,
          0.2,
          CERTIFIED_MAIL,
          0.15,
          EXPEDITED_PARCEL,
          0.2));

  private final double share;
  private final int employees;
  private final double ordersAMonth;
  private final List<String> industries;
  private final Map<Service, Double> propensities;

  Segment(
      double share,
      int employees,
      double ordersAMonth,
      List<String> industries,
      Map<Service, Double> propensities) {
    this.share = share;
    this.employees = employees;
    this.ordersAMonth = ordersAMonth;
    this.industries = industries;
    this.propensities = propensities;
  }

  static Segment draw(Dice dice) {
    double[] shares = Arrays.stream(values()).mapToDouble(segment -> segment.share).toArray();
    return values()[dice.weighted(shares)];
  }

  boolean firm() {
    return this != INDIVIDUAL;
  }

  int employees() {
    return employees;
  }

  double ordersAMonth() {
    return ordersAMonth;
  }

  /**
   * Code as NAICS 2022, code as SIC, and what follows the first word in the names of such firms.
   */
  List<String> industries() {
    return industries;
  }

  double propensity(Service service) {
    return propensities.getOrDefault(service, 0.02);
  }

  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
