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
import org.recordlake.report.PortalFacts.Fact;
import org.recordlake.report.PortalFacts.Group;

/** How many rows came from each record source of the notice; each row says from which it came. */
final class RecordSources {
  private final JobContext context;

  RecordSources(JobContext context) {
    this.context = context;
  }

  Group group() {
    Map<String, Long> rows = rows();
    List<Fact> facts =
        context.catalog().notice().recordSources().stream()
            .map(source -> new Fact(label(source), number(rows.getOrDefault(source.id(), 0L))))
            .toList();
    return new Group("Rows by record source", facts);
  }

  private Map<String, Long> rows() {
    Map<String, Long> rows = new HashMap<>();
    context.catalog().tables(Zone.RECORDS).stream()
        .map(TableSpec::name)
        .filter(context.lake()::exists)
        .map(table -> context.lake().read(table).select(col(TableSpec.RECORD_SOURCE)))
        .reduce(Dataset::union)
        .map(all -> all.groupBy(TableSpec.RECORD_SOURCE).agg(count(lit(1))).collectAsList())
        .orElse(List.<Row>of())
        .forEach(row -> rows.put(row.getString(0), row.getLong(1)));
    return rows;
  }

  private static String label(Notice.Item source) {
    String words = source.id().replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String number(long value) {
    return String.format(Locale.US, "%,d", value);
  }
}
