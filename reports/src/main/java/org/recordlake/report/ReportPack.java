package org.recordlake.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes reports in every format and the portal page that leads to them.
 *
 * <p>All reports are checked and rendered before the first file changes, each file is replaced
 * whole, and the portal comes last: whoever opens it while a run is under way finds every link
 * answered. The same data gives the same bytes.
 */
public final class ReportPack {
  private static final List<ReportWriter> WRITERS =
      List.of(new HtmlWriter(), new PdfWriter(), new XlsxWriter(), new CsvWriter());

  static {
    BundledFonts.install();
  }

  /**
   * Writes the pack.
   *
   * @param folder the report zone; {@code analyst/}, {@code restricted/} and {@code index.html} go
   *     below it
   * @param reports every report of the run, in the order the portal shows them
   * @param facts what the portal tells about the run
   * @return the files in the order they were written, the portal last
   * @throws ReportException if a report cannot be written; no file has changed unless storing
   *     itself failed
   */
  public List<ReportFile> write(Path folder, List<ReportData> reports, PortalFacts facts) {
    reports.forEach(
        report -> Templates.check(Templates.compiled(report.definition().template()), report));
    List<ReportFile> files = store(folder, reports, WRITERS);
    byte[] portal = Portal.render(reports, files, facts);
    files.add(
        new Pending(
                folder.resolve(Portal.FILE_NAME),
                new Rendered(Portal.FILE_NAME, ReportFormat.HTML, portal))
            .store());
    return List.copyOf(files);
  }

  /**
   * Writes a report that is asked for by itself, to be printed or worked with: PDF, workbook and
   * CSV. The portal does not name it.
   *
   * @return the files in the order they were written
   */
  public List<ReportFile> writeSheet(Path folder, ReportData sheet) {
    Templates.check(Templates.compiled(sheet.definition().template()), sheet);
    List<ReportWriter> writers = List.of(new PdfWriter(), new XlsxWriter(), new CsvWriter());
    return List.copyOf(store(folder, List.of(sheet), writers));
  }

  /** A report as PDF alone, for a place that is not the report zone. */
  public static byte[] pdf(ReportData report) {
    Templates.check(Templates.compiled(report.definition().template()), report);
    return new PdfWriter().render(report).get(0).bytes();
  }

  private static List<ReportFile> store(
      Path folder, List<ReportData> reports, List<ReportWriter> writers) {
    List<Pending> pending = new ArrayList<>();
    for (ReportData report : reports) {
      Path shelf = folder.resolve(report.definition().audience().folder());
      render(report, writers)
          .forEach(
              rendered -> pending.add(new Pending(shelf.resolve(rendered.fileName()), rendered)));
    }
    List<ReportFile> files = new ArrayList<>();
    pending.forEach(file -> files.add(file.store()));
    return files;
  }

  private static List<Rendered> render(ReportData report, List<ReportWriter> writers) {
    return writers.stream().flatMap(writer -> writer.render(report).stream()).toList();
  }

  /** A rendered file and the place it goes to. */
  private record Pending(Path path, Rendered rendered) {
    ReportFile store() {
      AtomicFile.write(path, rendered.bytes());
      return new ReportFile(path, rendered.format(), rendered.bytes().length);
    }
  }
}
