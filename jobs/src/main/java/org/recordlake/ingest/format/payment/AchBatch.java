package org.recordlake.ingest.format.payment;

/**
 * A batch of entries of one company and class.
 *
 * @param file header of the file
 * @param header header of the batch
 */
record AchBatch(AchRecord file, AchRecord header, AchTotals totals) {
  AchBatch(AchRecord file, AchRecord header) {
    this(file, header, new AchTotals());
  }

  /** Standard entry class, such as PPD, CCD, CTX, COR or IAT. */
  String entryClass() {
    return header.field(51, 53);
  }

  boolean isInternational() {
    return entryClass().equals("IAT");
  }

  /** The effective entry date; of a batch without one, the day the file was made. */
  String day() {
    return header.day(70, 75).or(() -> file.day(24, 29)).orElse("not a date");
  }

  /**
   * Trace numbers are unique within a file, and a file by its origin, day and modifier. The hour is
   * left out: the same file made again holds the same payments.
   */
  String paymentId(String trace) {
    return String.join(
        "-",
        "ACH",
        file.field(14, 23),
        file.field(24, 29) + file.field(34, 34),
        header.field(88, 94),
        trace);
  }
}
