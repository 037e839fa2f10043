/**
 * Turns bounded tables into reports people want to read: PDF and XLSX through JasperReports, HTML
 * through FreeMarker, CSV, and a portal page that leads to all of them.
 *
 * <p>The room knows nothing of Spark or Delta. Whoever calls it hands over {@link
 * org.recordlake.report.ReportData} and a folder; {@link org.recordlake.report.ReportPack} does the
 * rest. The same data gives the same bytes.
 */
package org.recordlake.report;
