package org.recordlake.schedule;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Consent;

/** What people chose, as Spark columns: whether they agreed to be in the rows that show them. */
public final class Choices {
  /** Added by {@link #told}: true if the person agreed, false if not, null if nobody knows. */
  public static final String CHOICE = "_choice";

  private static final String AGREED = "_agreed";
  private static final String MADE_AT = "_made_at";
  private static final String RUNNING = "_running";
  private static final String TIMELESS = "_timeless";

  private final Consent consent;

  public Choices(Consent consent) {
    this.consent = consent;
  }

  /** Whether a row hangs on a choice. */
  public Column needed() {
    Column asked =
        col(consent.when().column()).isin(consent.when().values().toArray(Object[]::new));
    Column mayNameNobody =
        col(consent.when().column()).isin(consent.unnamed().toArray(Object[]::new));
    return coalesce(asked.and(not(mayNameNobody.and(not(named())))), lit(false));
  }

  /** Why a row that {@link #told} was given is set aside, as {@code column:CODE}; null if not. */
  public Column problem() {
    String place = consent.by().get(consent.by().size() - 1) + ":";
    return when(
        needed(),
        when(col(CHOICE).isNull(), lit(place + consent.unknown()))
            .when(not(col(CHOICE)), lit(place + consent.refused())));
  }

  /**
   * {@code rows} with {@link #CHOICE}.
   *
   * @param choosers rows of the table that tells choices; of a person's rows those count first
   *     whose spell was running when the row was made, then those that tell no times, and only
   *     where no spell was running all of them
   */
  public Dataset<Row> told(Dataset<Row> rows, Dataset<Row> choosers) {
    Column madeAt =
        consent.spell().map(spell -> col(spell.at())).orElse(lit(null)).cast("timestamp");
    Dataset<Row> asked =
        rows.where(needed().and(named()))
            .select(columns(madeAt.as(MADE_AT)).toArray(Column[]::new))
            .distinct();
    Dataset<Row> choices =
        choosers
            .join(broadcast(asked), consent.by().toArray(String[]::new))
            .select(columns(col(MADE_AT), agreed(), running(), timeless()).toArray(Column[]::new))
            .groupBy(columns(col(MADE_AT)).toArray(Column[]::new))
            .agg(choice().as(CHOICE));
    Column same = madeAt.eqNullSafe(col("_told." + MADE_AT));
    for (String name : consent.by()) {
      same = same.and(col("_asking." + name).equalTo(col("_told." + name)));
    }
    return rows.as("_asking")
        .join(choices.as("_told"), same, "left_outer")
        .select(
            Stream.concat(
                    Stream.of(rows.columns()).map(name -> col("_asking." + name)),
                    Stream.of(col("_told." + CHOICE)))
                .toArray(Column[]::new));
  }

  private static Column choice() {
    return coalesce(
        max(when(col(RUNNING), col(AGREED))),
        max(when(col(TIMELESS), col(AGREED))),
        when(not(max(col(RUNNING))), max(col(AGREED))));
  }

  private Column agreed() {
    return col(consent.column()).as(AGREED);
  }

  private Column running() {
    return consent
        .spell()
        .map(spell -> col(MADE_AT).between(col(spell.from()), col(spell.to())))
        .map(covers -> coalesce(covers, lit(false)))
        .orElse(lit(false))
        .as(RUNNING);
  }

  private Column timeless() {
    return consent
        .spell()
        .map(spell -> col(spell.from()).isNull().or(col(spell.to()).isNull()))
        .orElse(lit(true))
        .as(TIMELESS);
  }

  private Column named() {
    return consent.by().stream().map(name -> col(name).isNotNull()).reduce(lit(true), Column::and);
  }

  private List<Column> columns(Column... more) {
    List<Column> columns =
        consent.by().stream().map(functions::col).collect(Collectors.toCollection(ArrayList::new));
    columns.addAll(List.of(more));
    return columns;
  }
}
