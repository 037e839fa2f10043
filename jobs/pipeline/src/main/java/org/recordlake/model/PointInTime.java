package org.recordlake.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Failure;

/**
 * Marts as they would have stood on an earlier day: made anew from the records that were known
 * then, so that nothing later can be seen. What lies in the lake is neither read as a mart nor
 * changed.
 */
public final class PointInTime {
  private final JobContext context;
  private final LocalDate day;
  private final Stages stages;
  private final Map<String, Dataset<Row>> made = new HashMap<>();

  public PointInTime(JobContext context, LocalDate day) {
    this.context = context;
    this.day = day;
    this.stages = Stages.SHIPPED.in(context.settings().confFolder());
  }

  /**
   * The rows of {@code mart} as of today, where the marts it reads are those of the earlier day and
   * the records those of today: what was said then, compared with what is known now.
   */
  public Dataset<Row> against(String mart) {
    MartModel model = MartModel.of(context.catalog().table(mart), stages);
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    model
        .reads()
        .forEach(read -> tables.put(read, isMart(read) ? mart(read) : context.lake().read(read)));
    return model.rows(context.lake().spark(), tables::get, ModelParameters.of(context));
  }

  /** The rows of {@code mart} as they would have been made on the earlier day. */
  public Dataset<Row> mart(String mart) {
    Dataset<Row> known = made.get(mart);
    if (known == null) {
      known = make(MartModel.of(context.catalog().table(mart), stages));
      made.put(mart, known);
    }
    return known;
  }

  /** All it reads is there before its own views are, which have the same names. */
  private Dataset<Row> make(MartModel model) {
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    model.reads().forEach(read -> tables.put(read, isMart(read) ? mart(read) : record(read)));
    return model
        .rows(context.lake().spark(), tables::get, ModelParameters.of(context).on(day))
        .localCheckpoint();
  }

  /** Where a source writes rows over, a model says what of them was known. */
  Dataset<Row> record(String table) {
    return stages.hindsight(table).map(this::asKnown).orElseGet(() -> dated(table));
  }

  private Dataset<Row> asKnown(SqlModel model) {
    List<String> reads = model.words().stream().filter(context.catalog()::contains).toList();
    try {
      reads.forEach(read -> dated(read).createOrReplaceTempView(read));
      return model.rows(context.lake().spark(), ModelParameters.of(context).on(day));
    } finally {
      reads.forEach(context.lake().spark().catalog()::dropTempView);
    }
  }

  private Dataset<Row> dated(String table) {
    return known(context.catalog().table(table), context.lake().read(table), day);
  }

  /**
   * Those of {@code rows} that were known on {@code day}.
   *
   * @throws Failure (configuration) if the catalogue does not say from when rows are known
   */
  static Dataset<Row> known(TableSpec spec, Dataset<Row> rows, LocalDate day) {
    String column =
        spec.knownOn()
            .orElseThrow(
                () ->
                    Failure.configuration(
                        "nothing says from which day a row of this table was known",
                        spec.file() + " at known_on",
                        "Name its date column there, so that a look back sees nothing later"));
    return rows.where(functions.col(column).leq(functions.lit(java.sql.Date.valueOf(day))));
  }

  private boolean isMart(String table) {
    return context.catalog().table(table).zone() == Zone.MARTS;
  }
}
