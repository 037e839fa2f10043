package org.recordlake.schedule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;

/**
 * What was destroyed and may not come back, as {@code governance.disposed_keys} keeps it: keyed
 * tokens, never the keys. A row that is not newer than the disposal of its key, or of the row it
 * hangs from, is an old copy of what is gone; a newer one says that something began anew.
 */
public final class DisposedKeys {
  /** Name of the table. */
  public static final String TABLE = "disposed_keys";

  /**
   * Added by {@link #marked}: whether the row's own key was destroyed and the row is not newer, or
   * was refused as too late and the row is older.
   */
  public static final String DISPOSED = "_disposed";

  /** Added by {@link #marked}: whether the row's parent is gone and the row is not newer. */
  public static final String PARENT_DISPOSED = "_parent_disposed";

  private static final String[] KEY = {"table_name", "key_token", "destroyed"};

  private final Lake lake;
  private final DueDates dueDates;
  private final KeyTokens keyTokens;
  private final Dataset<Row> tokens;
  private final Set<String> tables;

  private DisposedKeys(
      Lake lake, DueDates dueDates, KeyTokens keyTokens, Dataset<Row> tokens, Set<String> tables) {
    this.lake = lake;
    this.dueDates = dueDates;
    this.keyTokens = keyTokens;
    this.tokens = tokens;
    this.tables = tables;
  }

  /** What the lake knows to be destroyed. */
  public static DisposedKeys of(JobContext context) {
    return of(context, context.lake().read(TABLE));
  }

  /**
   * @param tokens rows of {@code governance.disposed_keys}, of this lake or of another with the
   *     same keys
   */
  public static DisposedKeys of(JobContext context, Dataset<Row> tokens) {
    Set<String> tables =
        tokens.select("table_name").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toUnmodifiableSet());
    return new DisposedKeys(
        context.lake(), DueDates.on(context), new KeyTokens(context.protector()), tokens, tables);
  }

  /**
   * Whether destroyed rows of {@code table} leave tokens: those under a date of their own, which an
   * older copy may tell otherwise. What hangs from a row is refused by that row's token.
   */
  public static boolean areLeftBy(TableSpec table) {
    return table.zone() == Zone.RECORDS
        && table.retention().stream().anyMatch(RetentionClause.ByOwnDate.class::isInstance);
  }

  /**
   * Adds {@link #DISPOSED} and {@link #PARENT_DISPOSED} to rows of {@code table}. A parent that was
   * refused when it came is no reason once it is there, corrected.
   *
   * @param rows with the columns of {@link DueDates#ruled}
   */
  public Dataset<Row> marked(TableSpec table, Dataset<Row> rows) {
    Column age = dueDates.age(table);
    Dataset<Row> looked = rows;
    Column own = lit(false);
    if (tables.contains(table.name())) {
      looked = lookUp(looked, table.name(), KeyTokens.key(table), "_own");
      Tokens tokens = new Tokens("_own");
      own =
          notNewer(age, tokens.destroyed("until"))
              .or(coalesce(age.lt(tokens.late("until")), lit(false)));
    }
    Parents parents = parents(table, looked, clause -> col(clause.by()));
    Column parent =
        parents.ruling(
            table,
            tokens ->
                notNewer(age, tokens.destroyed("until"))
                    .or(notNewer(age, tokens.late("until")).and(col(DueDates.PARENT_ABSENT))),
            lit(false));
    Stream<Column> kept = Arrays.stream(rows.columns()).map(functions::col);
    return parents
        .rows()
        .select(
            Stream.concat(
                    kept,
                    Stream.of(own.as(DISPOSED), coalesce(parent, lit(false)).as(PARENT_DISPOSED)))
                .toArray(Column[]::new));
  }

  /**
   * Gives rows that hang from what is gone their last day, if they are not newer: the day before
   * their parent was found past its own. They wait for nobody any more.
   *
   * @param rows with the columns of {@link DueDates#ruled}, or of {@link DueDates#triggered}
   */
  public Dataset<Row> dated(TableSpec table, Dataset<Row> rows) {
    Column absent = col(DueDates.PARENT_ABSENT);
    Parents parents = parents(table, rows, clause -> when(absent, col(clause.by())));
    if (parents.tokens().isEmpty()) {
      return rows;
    }
    Column age = dueDates.age(table);
    Column found =
        parents.ruling(
            table,
            tokens ->
                least(
                    when(notNewer(age, tokens.destroyed("until")), tokens.destroyed("on")),
                    when(notNewer(age, tokens.late("until")), tokens.late("on"))),
            lit(null).cast(DataTypes.DateType));
    String lastDay = "_last_day";
    Column[] columns =
        Arrays.stream(rows.columns())
            .map(
                name ->
                    switch (name) {
                      case DueDates.DUE -> least(col(name), col(lastDay)).as(name);
                      case DueDates.TRIGGER ->
                          least(col(name), dueDates.latestTrigger(col(lastDay))).as(name);
                      case DueDates.WAITS_FROM -> when(col(lastDay).isNull(), col(name)).as(name);
                      default -> col(name);
                    })
            .toArray(Column[]::new);
    return parents.rows().withColumn(lastDay, date_sub(found, 1)).select(columns);
  }

  /** Whether a row {@link #marked} was destroyed once, with its parent or alone, and is back. */
  public static Column isBack() {
    return col(DISPOSED).or(col(PARENT_DISPOSED));
  }

  /**
   * Notes rows that are about to be destroyed, or came too late. Noted again, nothing changes; what
   * was known for longer stays known.
   *
   * @param gone rows with the table's key
   * @param knownUntil a row not newer than this day is refused from now on
   */
  public Dataset<Row> noted(
      TableSpec table, Dataset<Row> gone, boolean destroyed, Column knownUntil, Date on) {
    return gone.select(
        lit(table.name()).as("table_name"),
        keyTokens.of(table).as("key_token"),
        lit(destroyed).as("destroyed"),
        coalesce(knownUntil, lit(on)).as("known_until"),
        lit(on).as("disposed_on"));
  }

  /** Writes what {@link #noted} gave, in one commit. */
  public void remember(Dataset<Row> noted) {
    Dataset<Row> known = tokens.join(noted.select(key()), KEY, "left_semi");
    lake.merge(
        TABLE,
        noted
            .unionByName(known)
            .groupBy(key())
            .agg(max("known_until").as("known_until"), max("disposed_on").as("disposed_on")));
  }

  /** The day that tells how old a row of {@code table} is; the later the newer. */
  public Column age(TableSpec table) {
    return dueDates.age(table);
  }

  private static Column[] key() {
    return Arrays.stream(KEY).map(functions::col).toArray(Column[]::new);
  }

  /** Names of the columns {@link #lookUp} adds: what is known of one key, in two ways. */
  private record Tokens(String name) {
    /** Of a key that was destroyed. */
    Column destroyed(String field) {
      return col(name + "_destroyed." + field);
    }

    /** Of a key that came too late. */
    Column late(String field) {
      return col(name + "_late." + field);
    }
  }

  /**
   * Rows with what is known of those they hang from.
   *
   * @param tokens by the clause that lets them hang
   */
  private record Parents(Dataset<Row> rows, Map<RetentionClause, Tokens> tokens) {
    Column ruling(TableSpec table, Function<Tokens, Column> value, Column none) {
      return DueDates.ruling(
          table, clause -> tokens.containsKey(clause) ? value.apply(tokens.get(clause)) : none);
    }
  }

  private Parents parents(
      TableSpec table, Dataset<Row> rows, Function<RetentionClause.ByOtherTable, Column> key) {
    Map<RetentionClause, Tokens> found = new HashMap<>();
    Dataset<Row> looked = rows;
    for (RetentionClause clause : table.retention()) {
      if (clause instanceof RetentionClause.ByOtherTable other && tables.contains(other.table())) {
        Tokens names = new Tokens("_parent" + found.size());
        looked = lookUp(looked, other.table(), key.apply(other), names.name());
        found.put(clause, names);
      }
    }
    return new Parents(looked, found);
  }

  private Dataset<Row> lookUp(Dataset<Row> rows, String table, Column key, String name) {
    Column token = struct(col("known_until").as("until"), col("disposed_on").as("on"));
    Dataset<Row> found =
        tokens
            .where(col("table_name").equalTo(table))
            .groupBy(col("key_token").as(name + "_token"))
            .agg(
                max(when(col("destroyed"), token)).as(name + "_destroyed"),
                max(when(not(col("destroyed")), token)).as(name + "_late"));
    Dataset<Row> keyed = rows.withColumn(name + "_key", keyTokens.of(table, key));
    return keyed.join(
        found, keyed.col(name + "_key").equalTo(found.col(name + "_token")), "left_outer");
  }

  private static Column notNewer(Column age, Column until) {
    return until.isNotNull().and(coalesce(age.leq(until), lit(true)));
  }
}
