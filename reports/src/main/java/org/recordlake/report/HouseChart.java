package org.recordlake.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import net.sf.jasperreports.charts.JRChart;
import net.sf.jasperreports.charts.JRChartCustomizer;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Gives a bar chart the look of the house: flat bars, no frame, quiet grid, amounts in short
 * dollars.
 */
public class HouseChart implements JRChartCustomizer {
  private static final Paint[] SERIES = {Palette.FIRST, Palette.SECOND};

  @Override
  public void customize(JFreeChart chart, JRChart description) {
    chart.setBackgroundPaint(Color.WHITE);
    chart.setBorderVisible(false);
    chart.setPadding(new RectangleInsets(0, 0, 0, 6));
    CategoryPlot plot = chart.getCategoryPlot();
    frame(plot);
    bars((BarRenderer) plot.getRenderer(), series());
    categories(plot.getDomainAxis());
    amounts(plot.getRangeAxis());
    if (chart.getLegend() != null) {
      chart.getLegend().setFrame(BlockBorder.NONE);
      chart.getLegend().setItemPaint(Palette.INK);
    }
  }

  /** The colours of the series in their order. */
  Paint[] series() {
    return SERIES.clone();
  }

  private static void frame(CategoryPlot plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Palette.RULE);
    plot.setRangeGridlineStroke(new BasicStroke(0.5f));
    plot.setInsets(new RectangleInsets(0, 0, 0, 0));
    plot.setForegroundAlpha(1f);
  }

  private static void bars(BarRenderer bars, Paint[] series) {
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(false);
    bars.setItemMargin(0.06);
    for (int i = 0; i < series.length; i++) {
      bars.setSeriesPaint(i, series[i]);
    }
  }

  private static void categories(CategoryAxis axis) {
    axis.setAxisLinePaint(Palette.QUIET);
    axis.setTickMarksVisible(false);
    axis.setTickLabelPaint(Palette.INK);
    axis.setCategoryMargin(0.28);
    axis.setMaximumCategoryLabelLines(2);
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.02);
  }

  private static void amounts(ValueAxis axis) {
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelPaint(Palette.QUIET);
    ((NumberAxis) axis).setNumberFormatOverride(new ShortDollars());
  }

  /** {@link Words#shortMoney} as the axis wants it. */
  private static final class ShortDollars extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
      return text.append(number == 0 ? "$0" : Words.shortMoney(BigDecimal.valueOf(number)));
    }

    @Override
    public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
      return format((double) number, text, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
      return new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.US))
          .parse(text, position);
    }
  }
}
