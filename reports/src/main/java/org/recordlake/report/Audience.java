package org.recordlake.report;

/**
 * Who may open a report. The two audiences never share a folder, so that access can be given by
 * folder.
 */
public enum Audience {
  /** Marketing analysts: pseudonyms and aggregates only. */
  ANALYST("analyst"),
  /** Staff with a need to know: rosters, account sheets, subject packages. */
  RESTRICTED("restricted");

  private final String folder;

  Audience(String folder) {
    this.folder = folder;
  }

  /** The folder of the report pack that this audience can open. */
  public String folder() {
    return folder;
  }
}
