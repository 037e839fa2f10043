package org.recordlake.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.HeldVersions;

/** What rows about an individual said before they were overwritten under a legal hold. */
final class VersionSearch {
  /** Follows in what {@link SubjectSearch.Rows} says of how a row was found. */
  static final String PRESERVED = ", preserved under a hold";

  private final JobContext context;
  private final LinkColumns links;

  VersionSearch(JobContext context, LinkColumns links) {
    this.context = context;
    this.links = links;
  }

  /**
   * Versions that name an individual or whose row is linked to one: table, how and record source.
   *
   * @param wanted individuals, in the column that names them
   */
  Stream<Dataset<Row>> rows(Dataset<Row> wanted) {
    HeldVersions versions = new HeldVersions(context);
    return versions.tables().stream()
        .map(context.catalog()::table)
        .flatMap(
            table -> {
              Dataset<Row> said = versions.rows(table);
              return Stream.concat(
                  links.isNamedBy(table)
                      ? Stream.of(found(table, "own", said.join(wanted, individual())))
                      : Stream.of(),
                  table.linkage().isPresent()
                      ? Stream.of(found(table, "linked", linked(table, said, wanted)))
                      : Stream.of());
            });
  }

  private String individual() {
    return links.individual().column();
  }

  private Dataset<Row> linked(TableSpec table, Dataset<Row> said, Dataset<Row> wanted) {
    Dataset<Row> rows =
        context
            .lake()
            .read(Link.TABLE)
            .where(
                col("table_name")
                    .equalTo(table.name())
                    .and(col("status").isin("matched", "confirmed")))
            .join(wanted, individual())
            .select(col("row_key").as("_linked"));
    Column name =
        concat_ws("/", table.rowName().stream().map(functions::col).toArray(Column[]::new));
    Dataset<Row> unnamed = links.isNamedBy(table) ? said.where(col(individual()).isNull()) : said;
    return unnamed.join(rows, name.equalTo(col("_linked")), "left_semi");
  }

  private static Dataset<Row> found(TableSpec table, String how, Dataset<Row> rows) {
    return rows.select(
        lit(table.name()).as("table"),
        lit(how + PRESERVED).as("how"),
        col(TableSpec.RECORD_SOURCE));
  }
}
