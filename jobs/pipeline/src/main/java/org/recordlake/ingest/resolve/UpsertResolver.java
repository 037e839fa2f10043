package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.asc;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.TableSpec;
import org.recordlake.ingest.check.CheckedRows;
import org.recordlake.lake.Lake;
import org.recordlake.schedule.Holds;

/**
 * Tells what each live row does to the table, as if rows came one by one in the order of files and
 * lines: the first of its key is stored, an equal or older one is a duplicate, another is an
 * update. The last row that counts for a key is the one to write. Bad rows pass through, each in a
 * race of its own.
 */
final class UpsertResolver {
  /** Whether the row is its key's final state and differs from what the table holds. */
  static final String WRITE = "_write";

  /** Whether the table already holds a row of this key. */
  static final String KNOWN = "_known";

  private static final String CONTENT = "_content";
  private static final String PRESENT = "_present";
  private static final String AGE = "_age";
  private static final String REFUSED_AGE = "_refused_age";
  private static final String ENTERS = "_enters";
  private static final String WINS = "_wins";
  private static final String RACE = "_race";
  private static final String PLACE = "_place";
  private static final String HOLDER = "_holder";
  private static final String FINAL = "_final";
  private static final String PRESENT_CONTENT = "_present_content";

  private final TableSpec table;
  private final Lake lake;

  private final boolean filling;
  private final List<String> content;

  /**
   * @param filling whether some of the files say only some of the columns
   */
  UpsertResolver(TableSpec table, Lake lake, boolean filling) {
    this.table = table;
    this.lake = lake;
    this.filling = filling;
    this.content =
        Stream.concat(
                table.contentColumns().stream(),
                table.recordSource().stream().map(given -> TableSpec.RECORD_SOURCE))
            .toList();
  }

  /** {@code rows} with {@link #RowState.COLUMN} decided, {@link #WRITE} and {@link #KNOWN}. */
  Dataset<Row> resolved(Dataset<Row> rows) {
    Column good = col(RowState.COLUMN).isin(RowState.LIVE.name(), RowState.EXPIRED.name());
    Column own = when(not(good), concat_ws(":", col(CheckedRows.FILE), col(CheckedRows.ROW)));
    List<Column> wanted = new ArrayList<>(List.of(col("*"), age().as(AGE)));
    if (!filling) {
      wanted.add(content().as(CONTENT));
    }
    wanted.add(lit(false).as(PRESENT));
    wanted.add(own.as(RACE));
    wanted.add(struct(col(CheckedRows.FILE_NUMBER), col(CheckedRows.ROW)).as(PLACE));
    Dataset<Row> arriving = rows.select(wanted.toArray(Column[]::new));
    Dataset<Row> all =
        lake.exists(table.name())
            ? arriving.unionByName(present(rows.where(good)), true)
            : arriving;
    List<Column> result =
        Arrays.stream(rows.columns())
            .filter(name -> !name.equals(RowState.COLUMN))
            .map(functions::col)
            .collect(Collectors.toList());
    result.add(when(col(ENTERS), outcome()).otherwise(col(RowState.COLUMN)).as(RowState.COLUMN));
    Column differs = coalesce(col(PRESENT_CONTENT).notEqual(col(CONTENT)), lit(true));
    result.add(coalesce(col(FINAL).equalTo(col(PLACE)).and(differs), lit(false)).as(WRITE));
    result.add(col(KNOWN));
    return raced(all).where(not(col(PRESENT))).select(result.toArray(Column[]::new));
  }

  Column keyHash() {
    return xxhash64(key());
  }

  /**
   * One sort serves every question: who held the key before this row, and who holds it in the end.
   * A row past its day enters the race only where the key is held already: then it says that the
   * held row is past its day too, and replaces it, so that retention destroys it with proof. Where
   * the key is not held, it is refused, and so is what is older and comes after it.
   */
  private Dataset<Row> raced(Dataset<Row> all) {
    Column[] race =
        Stream.concat(table.key().stream(), Stream.of(RACE))
            .map(functions::col)
            .toArray(Column[]::new);
    WindowSpec order =
        Window.partitionBy(race)
            .orderBy(desc(PRESENT), asc(CheckedRows.FILE_NUMBER), asc(CheckedRows.ROW));
    WindowSpec before = order.rowsBetween(Window.unboundedPreceding(), -1);
    WindowSpec whole = order.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Dataset<Row> told = table.latestBy().isPresent() ? withoutOlder(all, before) : all;
    Column opens = col(RowState.COLUMN).equalTo(RowState.LIVE.name());
    Column held = coalesce(max(opens).over(before), lit(false));
    Column enters = opens.or(col(RowState.COLUMN).equalTo(RowState.EXPIRED.name()).and(held));
    Column newest = max(when(col(ENTERS), col(AGE))).over(before);
    Column holder = struct(col(CONTENT), col(PRESENT), col(CheckedRows.FILE));
    Dataset<Row> won =
        told.select(col("*"), enters.as(ENTERS))
            .select(col("*"), col(ENTERS).and(coalesce(col(AGE).geq(newest), lit(true))).as(WINS));
    return (filling ? filled(won, before) : won)
        .select(
            col("*"),
            last(when(col(WINS), holder), true).over(before).as(HOLDER),
            max(when(col(WINS), col(PLACE))).over(whole).as(FINAL),
            max(col(PRESENT)).over(whole).as(KNOWN),
            max(when(col(PRESENT), col(CONTENT))).over(whole).as(PRESENT_CONTENT));
  }

  /** Refuses rows that no hold covers and that are older than one refused for its day. */
  private static Dataset<Row> withoutOlder(Dataset<Row> all, WindowSpec before) {
    Column past = col(RowState.COLUMN).equalTo(RowState.EXPIRED.name());
    Column older =
        col(RowState.COLUMN)
            .equalTo(RowState.LIVE.name())
            .and(not(coalesce(col(Holds.HELD), lit(true))))
            .and(coalesce(col(AGE).lt(col(REFUSED_AGE)), lit(false)));
    return all.withColumn(REFUSED_AGE, max(when(past, col(AGE))).over(before))
        .withColumn(
            RowState.COLUMN,
            when(older, lit(RowState.DISPOSED.name())).otherwise(col(RowState.COLUMN)));
  }

  /**
   * Rows of files that say only some of the columns take the others from the last row of their key
   * that says them.
   */
  private Dataset<Row> filled(Dataset<Row> won, WindowSpec before) {
    Set<String> said = Set.copyOf(content);
    Column[] columns =
        Arrays.stream(won.columns())
            .map(name -> said.contains(name) ? filled(name, before).as(name) : col(name))
            .toArray(Column[]::new);
    return won.select(columns).withColumn(CONTENT, content());
  }

  private static Column filled(String name, WindowSpec before) {
    Column known = last(when(col(WINS), col(name)), true).over(before);
    return when(col(CheckedRows.PARTIAL), coalesce(col(name), known)).otherwise(col(name));
  }

  private static Column outcome() {
    Column same = col(HOLDER + "." + CONTENT).equalTo(col(CONTENT));
    // A run that was killed after it wrote these rows, but before its ledger said so, finds its own
    // rows.
    Column ownRow =
        col(HOLDER + "." + PRESENT)
            .and(col(HOLDER + "." + CheckedRows.FILE).equalTo(col(CheckedRows.FILE)));
    return when(col(HOLDER).isNull(), lit(RowState.STORED.name()))
        .when(same.and(ownRow), lit(RowState.STORED.name()))
        .when(same.or(col(WINS).equalTo(false)), lit(RowState.DUPLICATE.name()))
        .otherwise(lit(RowState.UPDATED.name()));
  }

  /** The stored rows of the keys that arrive, with what is needed to compare. */
  private Dataset<Row> present(Dataset<Row> arriving) {
    Dataset<Row> keys = arriving.select(key()).distinct();
    Column file =
        table.storedColumn(TableSpec.INGESTED_FILE).isPresent()
            ? col(TableSpec.INGESTED_FILE)
            : lit(null).cast(DataTypes.StringType);
    Stream<String> key = table.key().stream().filter(name -> !filling || !content.contains(name));
    List<Column> columns = key.map(functions::col).collect(Collectors.toCollection(ArrayList::new));
    columns.add(lit(false).as(CheckedRows.PARTIAL));
    if (filling) {
      content.forEach(name -> columns.add(col(name)));
    } else {
      columns.add(content().as(CONTENT));
    }
    columns.add(age().as(AGE));
    columns.add(lit(RowState.LIVE.name()).as(RowState.COLUMN));
    columns.add(lit(true).as(PRESENT));
    columns.add(file.as(CheckedRows.FILE));
    columns.add(lit(-1).as(CheckedRows.FILE_NUMBER));
    columns.add(lit(-1L).as(CheckedRows.LINE));
    columns.add(lit(-1L).as(CheckedRows.ROW));
    columns.add(
        struct(lit(-1).as(CheckedRows.FILE_NUMBER), lit(-1L).as(CheckedRows.ROW)).as(PLACE));
    return lake.read(table.name())
        .join(keys, table.key().toArray(String[]::new), "left_semi")
        .select(columns.toArray(Column[]::new));
  }

  private Column[] key() {
    return table.key().stream().map(functions::col).toArray(Column[]::new);
  }

  /** Hash of what the source said. Sealed values differ each time and are told by their tokens. */
  Column content() {
    List<Column> columns =
        content.stream().filter(name -> !name.endsWith("_sealed")).map(functions::col).toList();
    // A null leaves a running hash as it is, so shifted empty columns would look alike.
    Stream<Column> empty = columns.stream().map(Column::isNull);
    return xxhash64(Stream.concat(columns.stream(), empty).toArray(Column[]::new));
  }

  private Column age() {
    return table.latestBy().map(functions::col).orElse(lit(null)).cast(DataTypes.TimestampType);
  }
}
