package org.recordlake.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The page an analyst starts from: every analyst report with its question, its date and its files.
 */
final class Portal {
  static final String FILE_NAME = "index.html";

  private Portal() {}

  static byte[] render(List<ReportData> reports, List<ReportFile> files, PortalFacts facts) {
    Set<String> written =
        files.stream()
            .map(file -> file.path().getFileName().toString())
            .collect(Collectors.toSet());
    List<Shelf> shelves =
        reports.stream()
            .filter(report -> report.definition().audience() == Audience.ANALYST)
            .map(report -> new Shelf(report, written))
            .toList();
    return Pages.render("portal.ftlh", Map.of("shelves", shelves, "groups", facts.groups()));
  }

  /** A report as the portal shows it. */
  public static final class Shelf {
    private final ReportData report;
    private final Set<String> written;

    private Shelf(ReportData report, Set<String> written) {
      this.report = report;
      this.written = written;
    }

    /** The report as its own templates see it. */
    public ReportView view() {
      return new ReportView(report);
    }

    /** The link to the report in a format with one file. */
    public String link(String format) {
      return checked(report.definition().name() + ReportFormat.valueOf(format).ending());
    }

    /** The link to a dataset's CSV. */
    public String csv(String dataset) {
      return checked(report.definition().name() + "-" + dataset + ReportFormat.CSV.ending());
    }

    /** How many rows the report is made of. */
    public String rows() {
      return Words.count(
          report.tables().values().stream().mapToLong(table -> table.rows().size()).sum());
    }

    private String checked(String fileName) {
      if (!written.contains(fileName)) {
        throw new IllegalStateException("portal would link to a file that was not written");
      }
      return Audience.ANALYST.folder() + "/" + fileName;
    }
  }
}
