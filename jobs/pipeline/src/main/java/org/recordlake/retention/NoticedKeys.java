package org.recordlake.retention;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.KeyTokens;

/** Which rows the disposal notices list, as {@code governance.noticed_keys} keeps them. */
final class NoticedKeys {
  static final String TABLE = "noticed_keys";

  private static final String ID = "disposition_id";
  private static final String TOKEN = "key_token";
  private static final String OWN_TOKEN = "_own_token";
  private static final String NOTICED = "_noticed";

  private final Lake lake;
  private final KeyTokens tokens;

  NoticedKeys(JobContext context) {
    this.lake = context.lake();
    this.tokens = new KeyTokens(context.protector());
  }

  /** Notes that the notice of {@code disposition} lists {@code rows} and no others. */
  void note(Disposition disposition, TableSpec table, Dataset<Row> rows) {
    Dataset<Row> earlier = of(List.of(disposition)).select(ID, TOKEN);
    if (!earlier.isEmpty()) {
      lake.deleteByKeys(TABLE, earlier);
    }
    lake.append(
        TABLE,
        rows.select(
            lit(disposition.id()).as(ID),
            tokens.of(table).as(TOKEN),
            lit(Date.valueOf(disposition.asOf())).as("noticed_on")));
  }

  /** Those of {@code rows} that the notice of {@code disposition} lists. */
  Dataset<Row> listed(Disposition disposition, TableSpec table, Dataset<Row> rows) {
    return rows.withColumn(OWN_TOKEN, tokens.of(table))
        .join(
            of(List.of(disposition)).select(col(TOKEN).as(OWN_TOKEN)),
            new String[] {OWN_TOKEN},
            "left_semi")
        .drop(OWN_TOKEN);
  }

  /**
   * Those of {@code rows} that go with none of {@code notices}: rows that none lists, and rows that
   * were not due on the day of the notice as their dates stand now.
   *
   * @param rows rows of {@code table} with their due dates
   */
  Dataset<Row> unlisted(List<Disposition> notices, TableSpec table, Dataset<Row> rows) {
    if (notices.isEmpty()) {
      return rows;
    }
    Dataset<Row> listed =
        of(notices)
            .groupBy(col(TOKEN).as(OWN_TOKEN))
            .agg(max(struct(col("noticed_on"), col(ID))).as(NOTICED));
    Column sameRule =
        notices.stream()
            .map(
                notice ->
                    col(NOTICED + "." + ID)
                        .equalTo(notice.id())
                        .and(col(DueDates.RULE).equalTo(notice.rule())))
            .reduce(lit(false), Column::or);
    Column goesWithIt = sameRule.and(col(DueDates.DUE).lt(col(NOTICED + ".noticed_on")));
    return rows.withColumn(OWN_TOKEN, tokens.of(table))
        .join(listed, new String[] {OWN_TOKEN}, "left_outer")
        .where(not(coalesce(goesWithIt, lit(false))))
        .drop(OWN_TOKEN, NOTICED);
  }

  private Dataset<Row> of(List<Disposition> dispositions) {
    Object[] ids = dispositions.stream().map(Disposition::id).toArray();
    return lake.read(TABLE).where(col(ID).isin(ids));
  }
}
