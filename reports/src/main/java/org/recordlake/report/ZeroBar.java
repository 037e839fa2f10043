package org.recordlake.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import net.sf.jasperreports.renderers.Renderable;

/**
 * A difference with its interval in a table cell, zero in the middle: blue where the interval lies
 * above zero, orange below, grey where it holds zero and nothing is proven.
 *
 * @param value the difference, as a part of half the cell's width
 * @param low lower end of its interval
 * @param high upper end of its interval
 */
public record ZeroBar(double value, double low, double high)
    implements Renderable, Graphics2DRenderable {
  private static final double DOT = 4.5;

  /** The same bar always has the same name, so that the same report always has the same bytes. */
  @Override
  public String getId() {
    return "zero-" + value + "-" + low + "-" + high;
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D canvas, Rectangle2D cell) {
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setColor(Palette.TRACK);
    canvas.fill(cell);
    canvas.setStroke(new BasicStroke(0.6f));
    canvas.setColor(Palette.QUIET);
    canvas.draw(
        new Line2D.Double(cell.getCenterX(), cell.getMinY(), cell.getCenterX(), cell.getMaxY()));
    canvas.setColor(colour());
    canvas.setStroke(new BasicStroke(1.4f));
    double middle = cell.getCenterY();
    canvas.draw(new Line2D.Double(at(low, cell), middle, at(high, cell), middle));
    canvas.fill(new Ellipse2D.Double(at(value, cell) - DOT / 2, middle - DOT / 2, DOT, DOT));
  }

  private Color colour() {
    if (low > 0) {
      return Palette.FIRST;
    }
    return high < 0 ? Palette.SECOND : Palette.EARLIER;
  }

  private static double at(double part, Rectangle2D cell) {
    return cell.getCenterX() + part * cell.getWidth() / 2;
  }
}
