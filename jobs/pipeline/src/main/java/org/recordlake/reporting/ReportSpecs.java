package org.recordlake.reporting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.config.YamlFiles;
import org.recordlake.config.YamlNode;
import org.recordlake.job.SqlFiles;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.report.Audience;
import org.recordlake.report.ReportColumn;
import org.recordlake.report.ReportColumnType;
import org.recordlake.report.ReportDefinition;
import org.recordlake.report.ReportException;

/** Reads every report description and tells all that is wrong at once. */
final class ReportSpecs {
  private ReportSpecs() {}

  /**
   * @throws Failure (configuration) naming file, key path and mend of every mistake
   */
  static List<ReportSpec> load(Path confFolder) {
    List<Problem> problems = new ArrayList<>();
    List<ReportSpec> specs = new ArrayList<>();
    for (Path file : YamlFiles.in(confFolder.resolve("reports"))) {
      YamlFiles.open(file, problems)
          .flatMap(node -> read(node, confFolder, problems))
          .ifPresent(specs::add);
    }
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
    return specs;
  }

  private static Optional<ReportSpec> read(YamlNode root, Path confFolder, List<Problem> problems) {
    int before = problems.size();
    try (root) {
      String name = root.text("name");
      String title = root.text("title");
      String question = root.text("question");
      String template = root.text("template");
      Optional<Audience> audience = root.choice("audience", Audience.class);
      List<ReportSpec.Dataset> datasets =
          root.children("datasets").stream().map(node -> dataset(node, confFolder)).toList();
      if (audience.isEmpty()) {
        root.problem("audience", "missing or unknown", "Use analyst or restricted");
      }
      if (problems.size() > before) {
        return Optional.empty();
      }
      List<String> names = datasets.stream().map(ReportSpec.Dataset::name).toList();
      return Optional.of(
          new ReportSpec(
              new ReportDefinition(name, title, question, audience.get(), template, names),
              datasets));
    } catch (ReportException e) {
      root.problem("name", e.problem(), e.mend().replaceAll("\\.$", ""));
      return Optional.empty();
    }
  }

  private static ReportSpec.Dataset dataset(YamlNode node, Path confFolder) {
    try (node) {
      String sql = node.text("sql");
      if (!sql.isEmpty() && SqlFiles.find(Optional.of(confFolder), sql).isEmpty()) {
        node.problem("sql", "there is no such query", "Add conf/" + sql);
      }
      int maxRows = node.number("max_rows", 0);
      if (maxRows < 1) {
        node.problem("max_rows", "missing or not positive", "Say how many rows a reader can take");
      }
      List<ReportColumn> columns =
          node.children("columns").stream().flatMap(column -> column(column).stream()).toList();
      return new ReportSpec.Dataset(node.text("name"), sql, maxRows, columns);
    }
  }

  private static Optional<ReportColumn> column(YamlNode node) {
    try (node) {
      Optional<ReportColumnType> type = node.choice("type", ReportColumnType.class);
      if (type.isEmpty()) {
        node.problem("type", "missing or unknown", "Use one of the report column types");
      }
      String name = node.text("name");
      String label = node.text("label");
      return type.map(known -> new ReportColumn(name, known, label));
    }
  }
}
