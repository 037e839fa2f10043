package org.recordlake.catalog;

/** What happens to a column's value before the first write. */
public enum Protection {
  /** Stored as it is. */
  NONE,
  /** A payment card number: stored as token, last four and sealed value. */
  CARD,
  /** A bank account number: stored as token, last four and sealed value. */
  BANK_ACCOUNT,
  /** Must never be kept; a row that carries it is quarantined without it. */
  REFUSE,
  /** Free text: card and account numbers in it are blotted out. */
  FREE_TEXT,
  /** Names a file that is moved into {@code media/} under a random name. */
  MEDIA;

  /** Whether the value becomes token, last four and sealed value. */
  public boolean splits() {
    return this == CARD || this == BANK_ACCOUNT;
  }
}
