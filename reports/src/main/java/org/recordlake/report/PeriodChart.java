package org.recordlake.report;

import java.awt.Paint;

/**
 * A bar chart of one measure in two periods: the earlier one steps back, the present one stands
 * out.
 */
public final class PeriodChart extends HouseChart {
  @Override
  Paint[] series() {
    return new Paint[] {Palette.EARLIER, Palette.FIRST};
  }
}
