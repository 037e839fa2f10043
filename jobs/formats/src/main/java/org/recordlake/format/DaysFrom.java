package org.recordlake.format;

/** Where a file's rows have their days from. */
public enum DaysFrom {
  /** From what they say themselves. */
  ROWS,
  /** From the name of the file or of its folder in an archive. */
  FILE_NAME,
  /** From the day the file was made, where they say none or no year. */
  FILE_DAY
}
