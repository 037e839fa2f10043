package org.recordlake.reporting;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Notice;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.lake.TaskSizing;
import org.recordlake.report.PortalFacts.Fact;
import org.recordlake.report.PortalFacts.Group;

/**
 * How many rows of how many tables came from each record source of the notice; each row says from
 * which it came.
 */
final class RecordSources {
  private static final String TABLE = "table_name";

  private final JobContext context;

  RecordSources(JobContext context) {
    this.context = context;
  }

  Group group() {
    Map<String, Came> came = came();
    List<Fact> facts =
        context.catalog().notice().recordSources().stream()
            .map(
                source -> new Fact(label(source), came.getOrDefault(source.id(), Came.NONE).text()))
            .toList();
    return new Group("Rows by record source", facts);
  }

  /** What came from one source. */
  private record Came(long rows, int tables) {
    static final Came NONE = new Came(0, 0);

    Came plus(Came other) {
      return new Came(rows + other.rows, tables + other.tables);
    }

    String text() {
      return String.format(
          Locale.US, "%,d in %d %s", rows, tables, tables == 1 ? "table" : "tables");
    }
  }

  private Map<String, Came> came() {
    Map<String, Came> came = new HashMap<>();
    context.catalog().tables(Zone.RECORDS).stream()
        .map(TableSpec::name)
        .filter(context.lake()::exists)
        .map(
            table ->
                context
                    .lake()
                    .read(table)
                    .select(col(TableSpec.RECORD_SOURCE), lit(table).as(TABLE)))
        .reduce(Dataset::union)
        .map(TaskSizing::packed)
        .map(all -> all.groupBy(TableSpec.RECORD_SOURCE, TABLE).agg(count(lit(1))).collectAsList())
        .orElse(List.<Row>of())
        .forEach(row -> came.merge(row.getString(0), new Came(row.getLong(2), 1), Came::plus));
    return came;
  }

  private static String label(Notice.Item source) {
    String words = source.id().replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
