package org.recordlake.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A report's definition together with the rows of one run.
 *
 * @param definition what the report is
 * @param asOf the day the data speaks for; the only date a report prints as its own
 * @param zone the time zone that day is meant in
 * @param runId the run that made the tables, so that a printout can be traced
 * @param minimumGroup people a group must have for its figures to be shown
 * @param tables the datasets by name, at least those the definition lists
 */
public record ReportData(
    ReportDefinition definition,
    LocalDate asOf,
    ZoneId zone,
    String runId,
    int minimumGroup,
    Map<String, ReportTable> tables) {
  public ReportData {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(runId, "runId");
    Map<String, ReportTable> ordered = new LinkedHashMap<>();
    for (String dataset : definition.datasets()) {
      ordered.put(dataset, find(definition, tables, dataset));
    }
    tables = Collections.unmodifiableMap(ordered);
  }

  /** A report in which no group is too small to be shown. */
  public ReportData(
      ReportDefinition definition,
      LocalDate asOf,
      ZoneId zone,
      String runId,
      Map<String, ReportTable> tables) {
    this(definition, asOf, zone, runId, 1, tables);
  }

  /** The dataset of this name. */
  public ReportTable table(String dataset) {
    return find(definition, tables, dataset);
  }

  private static ReportTable find(
      ReportDefinition definition, Map<String, ReportTable> tables, String dataset) {
    ReportTable table = tables.get(dataset);
    if (table == null) {
      throw new ReportException(
          "Report has no such dataset",
          "report " + definition.name() + ", dataset " + dataset,
          "List it under datasets in conf/reports/"
              + definition.name()
              + ".yaml and hand over its rows.");
    }
    return table;
  }
}
