package org.recordlake.format.business;

import java.util.Optional;

/**
 * The key USAspending gives an award: kind, numbers and agencies joined by underscores, {@code
 * -NONE-} for what there is not. Layouts that lack the key have its parts, so that the same award
 * has the same key in all of them.
 *
 * @see <a href="https://www.usaspending.gov/data-dictionary">Data dictionary,
 *     contract_award_unique_key</a>
 */
final class AwardKey {
  private static final String NONE = "-NONE-";

  private AwardKey() {}

  /**
   * @param number award number (PIID)
   * @param agency agency that awarded it
   * @param parent number of the vehicle it was ordered under, empty if none
   */
  static String award(String number, String agency, String parent, String parentAgency) {
    return String.join(
        "_",
        "CONT_AWD",
        or(number),
        or(agency),
        or(parent),
        or(parent.isEmpty() ? "" : parentAgency));
  }

  /** Key of a vehicle that others order under. */
  static String vehicle(String number, String agency) {
    return String.join("_", "CONT_IDV", or(number), or(agency));
  }

  /**
   * What the key of an action, such as {@code CONT_TX_8000_-NONE-_80GSFC18C0008_P00065_-NONE-_0},
   * says: agency, parent's agency, number, modification, parent's number, transaction. Downloads
   * leave out its first two parts.
   */
  static Optional<Action> ofAction(String key) {
    String[] parts = key.replaceFirst("^CONT_TX_", "").split("_", -1);
    if (parts.length != 6 || key.startsWith("ASST")) {
      return Optional.empty();
    }
    String parent = told(parts[4]);
    return Optional.of(
        new Action(
            award(parts[2], parts[0], parent, told(parts[1])),
            vehicle(parts[2], parts[0]),
            modification(parts[3], parts[5])));
  }

  /**
   * The award an action belongs to, and its number there.
   *
   * @param vehicle the same, if the award is a vehicle that others order under
   * @param modification as in {@link #modification}
   */
  record Action(String award, String vehicle, String modification) {}

  /**
   * Number of an action within its award: the modification's, and behind a slash the transaction's
   * where one modification has several.
   */
  static String modification(String number, String transaction) {
    String modification = told(number).isEmpty() ? "0" : number;
    boolean only = told(transaction).isEmpty() || transaction.equals("0");
    return only ? modification : modification + "/" + transaction;
  }

  /** The part of a key; early downloads write what there is not in small letters. */
  private static String told(String part) {
    return part.equalsIgnoreCase(NONE) ? "" : part;
  }

  private static String or(String part) {
    return part.isEmpty() ? NONE : part;
  }
}
