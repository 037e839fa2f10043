package org.recordlake.format.payment;

import java.util.Locale;
import org.recordlake.format.UnreadableFile;

/** Whether money goes to the receiver's account or comes from it. */
enum AchDirection {
  CREDIT,
  DEBIT;

  /**
   * By the transaction code: its second digit is 1 to 4 for a credit, its return, prenotification
   * and remittance notice, 5 to 9 for a debit and its kin.
   */
  static AchDirection of(AchRecord entry) {
    long code = entry.number(2, 3);
    long kind = code % 10;
    if (code < 20 || code > 59 || kind == 0) {
      throw new UnreadableFile("line " + entry.line() + " has an unknown transaction code");
    }
    return kind <= 4 ? CREDIT : DEBIT;
  }

  /** Of a sum in an advice: codes 81, 83, 85 and 87 are credits, the even ones debits. */
  static AchDirection ofAdvice(AchRecord entry) {
    long code = entry.number(2, 3);
    if (code < 81 || code > 88) {
      throw new UnreadableFile("line " + entry.line() + " has an unknown transaction code");
    }
    return code % 2 == 1 ? CREDIT : DEBIT;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
