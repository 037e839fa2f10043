package org.recordlake.format.payment;

import org.recordlake.format.UnreadableFile;

/** What the control record of a batch or file must agree with. */
final class AchTotals {
  /** The hash is the last ten digits of the sum of the receiving banks' numbers. */
  private static final long HASH = 10_000_000_000L;

  private long records;
  private long hash;
  private long debits;
  private long credits;

  void entry(long bank, long cents, AchDirection direction) {
    records++;
    hash = (hash + bank) % HASH;
    if (direction == AchDirection.DEBIT) {
      debits += cents;
    } else {
      credits += cents;
    }
  }

  void addenda() {
    records++;
  }

  void add(AchTotals other) {
    records += other.records;
    hash = (hash + other.hash) % HASH;
    debits += other.debits;
    credits += other.credits;
  }

  /** Record 8 of a batch. */
  void checkBatch(AchRecord control) {
    check("batch", control, new long[] {5, 10, 11, 20, 21, 32, 33, 44});
  }

  /** Record 9 of the file. */
  void checkFile(AchRecord control) {
    check("file", control, new long[] {14, 21, 22, 31, 32, 43, 44, 55});
  }

  /** Record 8 of a batch of advice, whose totals have twenty digits. */
  void checkAdviceBatch(AchRecord control) {
    check("batch", control, new long[] {5, 10, 11, 20, 21, 40, 41, 60});
  }

  /** Record 9 of a file of advice. */
  void checkAdviceFile(AchRecord control) {
    check("file", control, new long[] {14, 21, 22, 31, 32, 51, 52, 71});
  }

  private void check(String of, AchRecord control, long[] places) {
    same(of, "entry and addenda count", control, places[0], places[1], records);
    same(of, "entry hash", control, places[2], places[3], hash);
    same(of, "total of debits", control, places[4], places[5], debits);
    same(of, "total of credits", control, places[6], places[7], credits);
  }

  static void same(String of, String what, AchRecord control, long from, long to, long counted) {
    if (control.number((int) from, (int) to) != counted) {
      throw new UnreadableFile(
          "the "
              + what
              + " of the "
              + of
              + " control on line "
              + control.line()
              + " does not agree with the entries");
    }
  }
}
