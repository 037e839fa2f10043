package org.recordlake.schedule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.sql.Date;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
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
    Dataset<Row> joined = rows;
    Column own = lit(false);
    if (tables.contains(table.name())) {
      joined = lookUp(joined, table.name(), KeyTokens.key(table), "_own");
      Column older = coalesce(age.lt(col("_own_until")), lit(false));
      own = notNewer(age, "_own").and(col("_own_destroyed").or(older));
    }
    Map<RetentionClause, Column> gone = new HashMap<>();
    for (RetentionClause clause : table.retention()) {
      if (clause instanceof RetentionClause.ByOtherTable other && tables.contains(other.table())) {
        String name = "_parent" + gone.size();
        joined = lookUp(joined, other.table(), col(other.by()), name);
        Column lasting = col(name + "_destroyed").or(col(DueDates.PARENT_ABSENT));
        gone.put(clause, notNewer(age, name).and(lasting));
      }
    }
    Column parent =
        coalesce(
            DueDates.ruling(table, clause -> gone.getOrDefault(clause, lit(false))), lit(false));
    Stream<Column> kept = Arrays.stream(rows.columns()).map(functions::col);
    return joined.select(
        Stream.concat(kept, Stream.of(own.as(DISPOSED), parent.as(PARENT_DISPOSED)))
            .toArray(Column[]::new));
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
    Dataset<Row> known =
        tokens.join(noted.select("table_name", "key_token"), joinKey(), "left_semi");
    Column[] order = {col("destroyed"), col("known_until"), col("disposed_on")};
    lake.merge(
        TABLE,
        noted
            .unionByName(known)
            .groupBy("table_name", "key_token")
            .agg(
                max("destroyed").as("destroyed"),
                max_by(col("known_until"), struct(order)).as("known_until"),
                max("disposed_on").as("disposed_on")));
  }

  /** The day that tells how old a row of {@code table} is; the later the newer. */
  public Column age(TableSpec table) {
    return dueDates.age(table);
  }

  private static String[] joinKey() {
    return new String[] {"table_name", "key_token"};
  }

  private Dataset<Row> lookUp(Dataset<Row> rows, String table, Column key, String name) {
    Dataset<Row> found =
        tokens
            .where(col("table_name").equalTo(table))
            .select(
                col("key_token").as(name + "_token"),
                col("known_until").as(name + "_until"),
                col("destroyed").as(name + "_destroyed"));
    Dataset<Row> keyed = rows.withColumn(name + "_key", keyTokens.of(table, key));
    return keyed.join(
        found, keyed.col(name + "_key").equalTo(found.col(name + "_token")), "left_outer");
  }

  private static Column notNewer(Column age, String name) {
    Column until = col(name + "_until");
    return until.isNotNull().and(coalesce(age.leq(until), lit(true)));
  }
}
