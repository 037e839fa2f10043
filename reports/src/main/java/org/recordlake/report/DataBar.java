package org.recordlake.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import net.sf.jasperreports.renderers.Renderable;

/**
 * A bar in a table cell, with an interval drawn over it where there is one. Drawn as vectors, so it
 * stays sharp in print.
 *
 * @param share length of the bar, as a part of the cell's width
 * @param low lower end of the interval, or the share itself
 * @param high upper end of the interval, or the share itself
 */
public record DataBar(double share, double low, double high)
    implements Renderable, Graphics2DRenderable {
  static final DataBar NONE = new DataBar(-1, -1, -1);
  private static final double TICK = 2.5;

  /** A bar without an interval. */
  static DataBar of(double share) {
    return new DataBar(share, share, share);
  }

  /** A share of respondents with its interval; draws nothing when the share is hidden. */
  public static DataBar of(BigDecimal share, BigDecimal low, BigDecimal high) {
    return share == null || low == null || high == null
        ? NONE
        : new DataBar(share.doubleValue(), low.doubleValue(), high.doubleValue());
  }

  /** The same bar always has the same name, so that the same report always has the same bytes. */
  @Override
  public String getId() {
    return "bar-" + share + "-" + low + "-" + high;
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D canvas, Rectangle2D cell) {
    if (share < 0) {
      return;
    }
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setColor(Palette.TRACK);
    canvas.fill(cell);
    canvas.setColor(high > low ? Palette.UNDER_LINE : Palette.FIRST);
    canvas.fill(
        new Rectangle2D.Double(
            cell.getX(), cell.getY(), share * cell.getWidth(), cell.getHeight()));
    if (high > low) {
      drawInterval(canvas, cell);
    }
  }

  private void drawInterval(Graphics2D canvas, Rectangle2D cell) {
    double left = cell.getX() + low * cell.getWidth();
    double right = cell.getX() + high * cell.getWidth();
    double middle = cell.getCenterY();
    canvas.setStroke(new BasicStroke(0.9f));
    canvas.setColor(Palette.INK);
    canvas.draw(new Line2D.Double(left, middle, right, middle));
    canvas.draw(new Line2D.Double(left, middle - TICK, left, middle + TICK));
    canvas.draw(new Line2D.Double(right, middle - TICK, right, middle + TICK));
  }
}
