package org.recordlake.schedule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;

/**
 * Preserved versions that a hold covers: what covers a row that says the same covers the version,
 * and so does every hold under which it was preserved. One that cannot be opened is held.
 */
final class VersionHolds {
  private final JobContext context;
  private final Holds holds;

  VersionHolds(JobContext context, Holds holds) {
    this.context = context;
    this.holds = holds;
  }

  /** Adds {@link Holds#HELD_BY} to rows of {@code held_versions}. */
  Dataset<Row> heldBy(Dataset<Row> versions) {
    Optional<Dataset<Row>> held =
        new HeldVersions(context)
            .tables().stream()
                .map(context.catalog()::table)
                .map(table -> heldBy(table, versions))
                .reduce(Dataset::union);
    if (held.isEmpty()) {
      return versions.withColumn(Holds.HELD_BY, array().cast("array<string>"));
    }
    return versions
        .join(
            held.get().toDF("_version", Holds.HELD_BY),
            col("version_id").equalTo(col("_version")),
            "left_outer")
        .drop("_version")
        .withColumn(Holds.HELD_BY, coalesce(col(Holds.HELD_BY), array(lit(Holds.UNREAD))));
  }

  private Dataset<Row> heldBy(TableSpec table, Dataset<Row> versions) {
    Dataset<Row> rows = new HeldVersions(context).opened(table, versions);
    return holds
        .heldBy(table, rows)
        .select(col("version_id"), holds.alsoStill(col("hold_ids"), col(Holds.HELD_BY)));
  }
}
