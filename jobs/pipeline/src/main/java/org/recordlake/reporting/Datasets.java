package org.recordlake.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.job.SqlFiles;
import org.recordlake.problem.Failure;
import org.recordlake.report.ReportColumn;
import org.recordlake.report.ReportTable;

/**
 * Runs the queries of reports over the marts and brings their rows to the driver, never more than a
 * report may hold.
 */
final class Datasets {
  private final JobContext context;
  private final SparkSession spark;
  private final Map<String, Object> parameters;

  Datasets(JobContext context) {
    this.context = context;
    this.spark = context.lake().spark();
    this.parameters =
        Map.of(
            "as_of",
            context.asOf(),
            "minimum_group",
            context.settings().suppression().minimumGroup());
    for (TableSpec mart : context.catalog().tables(Zone.MARTS)) {
      context.lake().read(mart.name()).createOrReplaceTempView(mart.name());
    }
  }

  /**
   * @throws Failure (data checks) if there are more rows than the report may hold, (configuration)
   *     if a column is missing
   */
  ReportTable table(ReportSpec report, ReportSpec.Dataset dataset) {
    String place = "report " + report.definition().name() + ", dataset " + dataset.name();
    List<Row> rows =
        spark
            .sql(SqlFiles.read(context, dataset.sql()), parameters)
            .limit(dataset.maxRows() + 1)
            .collectAsList();
    if (rows.size() > dataset.maxRows()) {
      throw Failure.dataChecks(
          "more than " + dataset.maxRows() + " rows",
          place,
          "Aggregate further in " + dataset.sql() + ", or raise max_rows");
    }
    return new ReportTable(
        dataset.name(),
        dataset.columns(),
        rows.stream().map(row -> values(row, dataset, place)).toList());
  }

  private static Map<String, Object> values(Row row, ReportSpec.Dataset dataset, String place) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> given = new ArrayList<>(List.of(row.schema().fieldNames()));
    for (ReportColumn column : dataset.columns()) {
      if (!given.contains(column.name())) {
        throw Failure.configuration(
            "the query gives no column '" + column.name() + "'",
            place,
            "Add it to " + dataset.sql());
      }
      Object value = row.getAs(column.name());
      values.put(column.name(), value instanceof java.sql.Date date ? date.toLocalDate() : value);
    }
    return values;
  }
}
