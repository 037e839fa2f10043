package org.recordlake.report;

import java.util.Locale;

/** The formats every report is written in. */
public enum ReportFormat {
  /** For reading on screen: one self-contained page. */
  HTML,
  /** For printing and filing. */
  PDF,
  /** For working on: one sheet per dataset, typed cells. */
  XLSX,
  /** For other programs: one file per dataset. */
  CSV;

  /** The file name's ending with its dot. */
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
