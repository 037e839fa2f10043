package org.recordlake.reporting;

import java.util.List;
import org.recordlake.job.JobPlan;

/**
 * The pack to write.
 *
 * @param reports what is in it
 * @param folder where it goes
 * @param fingerprint of everything the pack depends on
 * @param current whether the pack that lies there has the same fingerprint already
 */
record ReportsPlan(List<ReportSpec> reports, String folder, String fingerprint, boolean current)
    implements JobPlan {
  @Override
  public List<String> lines() {
    if (current) {
      return List.of();
    }
    return reports.stream()
        .map(report -> "write " + report.definition().name() + " as HTML, PDF, XLSX and CSV")
        .toList();
  }
}
