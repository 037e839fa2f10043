package org.recordlake.report;

import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRRewindableDataSource;

/**
 * Rows as JasperReports reads them. An unknown field is an error, where the library's own map
 * source gives null.
 */
final class TableSource implements JRRewindableDataSource {
  private final ReportTable table;
  private final List<Map<String, Object>> rows;
  private int position = -1;

  TableSource(ReportTable table) {
    this(table, table.rows());
  }

  TableSource(ReportTable table, List<Map<String, Object>> rows) {
    this.table = table;
    this.rows = rows;
  }

  @Override
  public boolean next() {
    position++;
    return position < rows.size();
  }

  @Override
  public void moveFirst() {
    position = -1;
  }

  @Override
  public Object getFieldValue(JRField field) {
    return rows.get(position).get(table.column(field.getName()).name());
  }
}
