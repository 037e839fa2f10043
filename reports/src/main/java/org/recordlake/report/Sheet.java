package org.recordlake.report;

import java.awt.Color;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;

/** One page that becomes one sheet: cells put side by side and row under row. */
final class Sheet {
  static final int ROW_HEIGHT = 16;
  private static final Color HEAD = new Color(0xE3ECF4);

  private final JasperPrint print = new JasperPrint();
  private final JRPrintPage page = new JRBasePrintPage();

  Sheet(String name, int width, int rows) {
    print.setName(name);
    print.setPageWidth(width);
    print.setPageHeight((rows + 1) * ROW_HEIGHT);
    print.setLocaleCode("en_US");
    print.setTimeZoneId("UTC");
    print.addPage(page);
  }

  JasperPrint print() {
    return print;
  }

  JRBasePrintText text(int x, int row, int width, String text) {
    JRBasePrintText cell = new JRBasePrintText(print.getDefaultStyleProvider());
    cell.setX(x);
    cell.setY(row * ROW_HEIGHT);
    cell.setWidth(width);
    cell.setHeight(ROW_HEIGHT);
    cell.setText(text);
    cell.setFontName("DejaVu Sans");
    cell.setFontSize(9f);
    cell.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
    page.addElement(cell);
    return cell;
  }

  JRBasePrintText head(int x, int row, int width, String text) {
    JRBasePrintText cell = text(x, row, width, text);
    cell.setBold(true);
    cell.setMode(ModeEnum.OPAQUE);
    cell.setBackcolor(HEAD);
    return cell;
  }

  static void right(JRBasePrintText cell) {
    cell.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
  }
}
