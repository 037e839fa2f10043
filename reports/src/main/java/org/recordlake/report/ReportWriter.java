package org.recordlake.report;

import java.util.List;

/**
 * Renders a report in one format. A new format is one more implementation, listed in {@link
 * ReportPack}.
 */
interface ReportWriter {
  List<Rendered> render(ReportData data);
}
