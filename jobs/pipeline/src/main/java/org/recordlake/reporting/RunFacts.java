package org.recordlake.reporting;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.report.PortalFacts;
import org.recordlake.report.PortalFacts.Fact;
import org.recordlake.report.PortalFacts.Group;

/**
 * What the portal says about the lake behind the reports: counts from the ledgers and by record
 * source, nothing personal.
 */
final class RunFacts {
  /** The ledgers the facts come from. */
  static final List<String> LEDGERS = List.of("ingested_files", "dispositions", "legal_holds");

  private final JobContext context;
  private final Lake lake;

  RunFacts(JobContext context) {
    this.context = context;
    this.lake = context.lake();
  }

  PortalFacts facts() {
    return new PortalFacts(List.of(intake(), new RecordSources(context).group(), disposal()));
  }

  private Group intake() {
    List<String> columns =
        List.of("rows_read", "stored", "updated", "duplicate", "quarantined", "expired_on_arrival");
    Column[] sums =
        columns.stream().map(name -> coalesce(sum(col(name)), lit(0L))).toArray(Column[]::new);
    Row row =
        lake.read("ingested_files")
            .agg(count_distinct(when(col("status").equalTo("committed"), col("file_sha256"))), sums)
            .first();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Files taken in", number(row.getLong(0))));
    for (int i = 0; i < columns.size(); i++) {
      facts.add(new Fact(words(columns.get(i)), number(row.getLong(i + 1))));
    }
    return new Group("Taken in so far", facts);
  }

  private Group disposal() {
    Row row =
        lake.read("dispositions")
            .agg(
                coalesce(sum(col("rows_deleted")), lit(0L)),
                coalesce(sum(col("media_deleted")), lit(0L)),
                max(col("as_of")))
            .first();
    Column day = lit(java.sql.Date.valueOf(context.asOf()));
    long holds =
        lake.read("legal_holds")
            .where(col("placed_on").leq(day).and(coalesce(col("released_on").gt(day), lit(true))))
            .count();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Rows destroyed", number(row.getLong(0))));
    facts.add(new Fact("Media files destroyed", number(row.getLong(1))));
    facts.add(new Fact("Last disposition", row.isNullAt(2) ? "none yet" : row.get(2).toString()));
    facts.add(new Fact("Legal holds in force", number(holds)));
    OverdueRows.of(context)
        .text()
        .ifPresent(text -> facts.add(new Fact("Past their last day and not destroyed", text)));
    return new Group("Retention", facts);
  }

  private static String words(String column) {
    String text = column.replace('_', ' ');
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String number(long value) {
    return String.format(Locale.US, "%,d", value);
  }
}
