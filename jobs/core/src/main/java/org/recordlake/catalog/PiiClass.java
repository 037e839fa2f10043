package org.recordlake.catalog;

/**
 * What a column says about a person. Only {@link #NONE} may reach a Delta log, a file statistic, a
 * folder name or an application log.
 */
public enum PiiClass {
  NONE,
  ID,
  NAME,
  CONTACT,
  PAYMENT,
  DEVICE,
  CONTENT,
  IMAGE,
  ATTRIBUTE,
  PSEUDONYM;

  public boolean personal() {
    return this != NONE;
  }
}
