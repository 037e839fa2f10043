package org.recordlake.report;

import java.awt.Color;

/**
 * The colours of drawings in PDF; each stands out against white by at least 3 to 1, and they differ
 * in lightness.
 */
final class Palette {
  static final Color INK = new Color(0x1B2A3A);
  static final Color QUIET = new Color(0x55646F);
  static final Color RULE = new Color(0xD5DEE6);
  static final Color TRACK = new Color(0xEEF2F6);
  static final Color FIRST = new Color(0x1B5E9B);
  static final Color SECOND = new Color(0xD1752B);

  /** Light enough for the dark line of an interval to be seen on it. */
  static final Color UNDER_LINE = new Color(0x5B8FC7);

  static final Color EARLIER = new Color(0x7F97AD);

  private Palette() {}
}
