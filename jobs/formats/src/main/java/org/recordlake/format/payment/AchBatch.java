package org.recordlake.format.payment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.recordlake.format.tabular.StableKey;

/**
 * A batch of entries of one company and class.
 *
 * @param file header of the file
 * @param header header of the batch
 * @param number number of the batch; where batches are not numbered upwards, which of them it is
 */
record AchBatch(AchRecord file, AchRecord header, String number, AchTotals totals) {
  /** Digits of totals of payments. */
  static final int MONEY_DIGITS = 12;

  /** Marks corrections of international entries, where else the company's name stands. */
  private static final String INTERNATIONAL_CORRECTION = "IATCOR";

  AchBatch(AchRecord file, AchRecord header, String number) {
    this(file, header, number, new AchTotals());
  }

  /** Standard entry class, such as PPD, CCD, CTX, COR or IAT. */
  String entryClass() {
    return header.field(51, 53);
  }

  /** Whether its entries have the form of international ones: the account and seven addenda. */
  boolean isInternational() {
    return entryClass().equals("IAT") || header.field(5, 20).equals(INTERNATIONAL_CORRECTION);
  }

  /**
   * Whether it tells a bank of sums in its account with the operator, in a form of its own, instead
   * of payments.
   */
  boolean isAdvice() {
    return entryClass().equals("ADV");
  }

  /** Digits of its totals. */
  int moneyDigits() {
    return isAdvice() ? 20 : MONEY_DIGITS;
  }

  /**
   * The effective entry date, which lies within days of the file; of a batch without one, as
   * returns often are, the day the file was made. Some programs write a year 2000 for none.
   */
  String day() {
    Optional<String> made = file.day(24, 29);
    return header
        .day(70, 75)
        .filter(day -> made.map(of -> !isYearsBefore(day, of)).orElse(true))
        .or(() -> made)
        .orElse("not a date");
  }

  private static boolean isYearsBefore(String day, String made) {
    try {
      return LocalDate.parse(day).isBefore(LocalDate.parse(made).minusYears(1));
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  /**
   * Trace numbers are unique within a batch, and a file by its origin, day and modifier; but some
   * programs number every file alike, so what the entry says belongs to its number too. The hour is
   * left out: the same file made again holds the same payments.
   *
   * @param said the entry without account, card and trace number
   */
  String paymentId(String trace, String said) {
    String content =
        StableKey.text(
            header.field(5, 20), header.field(41, 50), entryClass(), header.field(54, 63), said);
    return String.join(
        "-",
        "ACH",
        file.field(14, 23),
        file.field(24, 29) + file.field(34, 34),
        number,
        trace,
        content.substring(0, 8));
  }
}
