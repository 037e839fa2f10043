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

  /**
   * Holds the totals against a control record.
   *
   * @param of what it controls, a batch or the file
   * @param from place of its entry and addenda count
   * @param digits of the count, and of each sum of money
   */
  void check(String of, AchRecord control, int from, int digits, int moneyDigits) {
    int hashAt = from + digits;
    int debitsAt = hashAt + 10;
    int creditsAt = debitsAt + moneyDigits;
    same(of, "entry and addenda count", control, from, hashAt - 1, records);
    same(of, "entry hash", control, hashAt, debitsAt - 1, hash);
    same(of, "total of debits", control, debitsAt, creditsAt - 1, debits);
    same(of, "total of credits", control, creditsAt, creditsAt + moneyDigits - 1, credits);
  }

  static void same(String of, String what, AchRecord control, int from, int to, long counted) {
    if (control.number(from, to) != counted) {
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
