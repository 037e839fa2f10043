package org.recordlake.reporting;

import java.util.List;
import org.recordlake.report.ReportColumn;
import org.recordlake.report.ReportDefinition;

/** A report as {@code conf/reports/<name>.yaml} describes it. */
record ReportSpec(ReportDefinition definition, List<Dataset> datasets) {
  ReportSpec {
    datasets = List.copyOf(datasets);
  }

  /**
   * A table of the report.
   *
   * @param sql class path resource of the query; it reads views named after the marts
   * @param maxRows most rows the report may hold; more is an error, never a silent cut
   */
  record Dataset(String name, String sql, int maxRows, List<ReportColumn> columns) {
    Dataset {
      columns = List.copyOf(columns);
    }
  }
}
