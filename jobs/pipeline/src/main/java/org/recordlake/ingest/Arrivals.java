package org.recordlake.ingest;

import static org.apache.spark.sql.functions.asc;
import static org.apache.spark.sql.functions.broadcast;
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
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.Lake;

/**
 * Tells what each live row does to the table, as if rows came one by one in the order of files and
 * lines: the first of its key is stored, an equal or older one is a duplicate, another is an
 * update. The last row that counts for a key is the one to write. Bad rows pass through, each in a
 * race of its own.
 */
final class Arrivals {
  /** Name of a {@link RowState} on the way in; what became of the row on the way out. */
  static final String STATE = "_state";

  /** Whether the row is its key's final state and differs from what the table holds. */
  static final String WRITE = "_write";

  /** Whether the table already holds a row of this key. */
  static final String KNOWN = "_known";

  private static final String CONTENT = "_content";
  private static final String PRESENT = "_present";
  private static final String AGE = "_age";
  private static final String ENTERS = "_enters";
  private static final String WINS = "_wins";
  private static final String RACE = "_race";
  private static final String PLACE = "_place";
  private static final String HOLDER = "_holder";
  private static final String FINAL = "_final";
  private static final String MEETING = "_meeting";
  private static final String MEETS = "_meets";
  private static final String PRESENT_CONTENT = "_present_content";

  /** Keys that meet, above which racing all rows is as good. */
  private static final int MOST_MEETING = 200_000;

  private final TableSpec table;
  private final Lake lake;

  private final boolean filling;
  private final List<String> content;

  /**
   * @param filling whether some of the files say only some of the columns
   */
  Arrivals(TableSpec table, Lake lake, boolean filling) {
    this.table = table;
    this.lake = lake;
    this.filling = filling;
    this.content =
        Stream.concat(
                table.contentColumns().stream(),
                table.recordSource().stream().map(given -> TableSpec.RECORD_SOURCE))
            .toList();
  }

  /** {@code rows} with {@link #STATE} decided, {@link #WRITE} and {@link #KNOWN}. */
  Dataset<Row> judged(Dataset<Row> rows) {
    Column good = col(STATE).isin(RowState.LIVE.name(), RowState.EXPIRED.name());
    Column own = when(not(good), concat_ws(":", col(RawRows.FILE), col(RawRows.ROW)));
    List<Column> wanted = new ArrayList<>(List.of(col("*"), age().as(AGE)));
    if (!filling) {
      wanted.add(content().as(CONTENT));
    }
    wanted.add(lit(false).as(PRESENT));
    wanted.add(own.as(RACE));
    wanted.add(struct(col(RawRows.FILE_NUMBER), col(RawRows.ROW)).as(PLACE));
    Dataset<Row> arriving = rows.select(wanted.toArray(Column[]::new));
    Dataset<Row> all =
        lake.exists(table.name())
            ? arriving.unionByName(present(rows.where(good)), true)
            : arriving;
    List<Column> result =
        Arrays.stream(rows.columns())
            .filter(name -> !name.equals(STATE))
            .map(functions::col)
            .collect(Collectors.toList());
    result.add(when(col(ENTERS), outcome()).otherwise(col(STATE)).as(STATE));
    Column differs = coalesce(col(PRESENT_CONTENT).notEqual(col(CONTENT)), lit(true));
    result.add(coalesce(col(FINAL).equalTo(col(PLACE)).and(differs), lit(false)).as(WRITE));
    result.add(col(KNOWN));
    return raced(all).where(not(col(PRESENT))).select(result.toArray(Column[]::new));
  }

  /**
   * The same for many rows of which few meet another of their key: those alone are raced, so that
   * the others are neither sorted nor sent about.
   *
   * @param rows kept by the caller: they are read several times
   */
  Dataset<Row> judgedApart(Dataset<Row> rows) {
    List<Row> meeting = meeting(rows).limit(MOST_MEETING + 1).collectAsList();
    if (meeting.size() > MOST_MEETING) {
      return judged(rows);
    } else if (meeting.isEmpty()) {
      return alone(rows);
    }
    Column[] columns = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    Dataset<Row> hashes =
        lake.spark()
            .createDataFrame(meeting, new StructType().add(MEETING, DataTypes.LongType))
            .withColumn(MEETS, lit(true));
    Dataset<Row> marked =
        rows.withColumn(MEETING, keyHash()).join(broadcast(hashes), names(MEETING), "left_outer");
    Dataset<Row> together = marked.where(col(MEETS).isNotNull()).select(columns);
    return alone(marked.where(col(MEETS).isNull()).select(columns)).unionByName(judged(together));
  }

  /** Rows whose keys no other row has: what is good is stored. */
  static Dataset<Row> alone(Dataset<Row> rows) {
    Column live = col(STATE).equalTo(RowState.LIVE.name());
    return rows.withColumn(WRITE, live)
        .withColumn(KNOWN, lit(false))
        .withColumn(STATE, when(live, lit(RowState.STORED.name())).otherwise(col(STATE)));
  }

  /** Hashes of the keys that several arriving rows have, or an arriving and a stored one. */
  private Dataset<Row> meeting(Dataset<Row> rows) {
    Column good = col(STATE).isin(RowState.LIVE.name(), RowState.EXPIRED.name());
    Dataset<Row> arriving = rows.where(good).select(keyHash().as(MEETING));
    Dataset<Row> several =
        arriving.groupBy(MEETING).count().where(col("count").gt(1)).select(MEETING);
    if (!lake.exists(table.name())) {
      return several;
    }
    Dataset<Row> stored = lake.read(table.name()).select(keyHash().as(MEETING));
    return several.union(arriving.join(stored, names(MEETING), "left_semi")).distinct();
  }

  private static scala.collection.immutable.Seq<String> names(String name) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(name)).toSeq();
  }

  Column keyHash() {
    return xxhash64(key());
  }

  /**
   * One sort serves every question: who held the key before this row, and who holds it in the end.
   * A row past its day enters the race only where the key is held already: then it says that the
   * held row is past its day too, and replaces it, so that retention destroys it with proof.
   */
  private Dataset<Row> raced(Dataset<Row> all) {
    Column[] race =
        Stream.concat(table.key().stream(), Stream.of(RACE))
            .map(functions::col)
            .toArray(Column[]::new);
    WindowSpec order =
        Window.partitionBy(race).orderBy(desc(PRESENT), asc(RawRows.FILE_NUMBER), asc(RawRows.ROW));
    WindowSpec before = order.rowsBetween(Window.unboundedPreceding(), -1);
    WindowSpec whole = order.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column opens = col(STATE).equalTo(RowState.LIVE.name());
    Column held = coalesce(max(opens).over(before), lit(false));
    Column enters = opens.or(col(STATE).equalTo(RowState.EXPIRED.name()).and(held));
    Column newest = max(when(col(ENTERS), col(AGE))).over(before);
    Column holder = struct(col(CONTENT), col(PRESENT), col(RawRows.FILE));
    Dataset<Row> won =
        all.select(col("*"), enters.as(ENTERS))
            .select(col("*"), col(ENTERS).and(coalesce(col(AGE).geq(newest), lit(true))).as(WINS));
    return (filling ? filled(won, before) : won)
        .select(
            col("*"),
            last(when(col(WINS), holder), true).over(before).as(HOLDER),
            max(when(col(WINS), col(PLACE))).over(whole).as(FINAL),
            max(col(PRESENT)).over(whole).as(KNOWN),
            max(when(col(PRESENT), col(CONTENT))).over(whole).as(PRESENT_CONTENT));
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
    return when(col(RawRows.PARTIAL), coalesce(col(name), known)).otherwise(col(name));
  }

  private static Column outcome() {
    Column same = col(HOLDER + "." + CONTENT).equalTo(col(CONTENT));
    // A run that was killed after it wrote these rows, but before its ledger said so, finds its own
    // rows.
    Column ownRow =
        col(HOLDER + "." + PRESENT)
            .and(col(HOLDER + "." + RawRows.FILE).equalTo(col(RawRows.FILE)));
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
    columns.add(lit(false).as(RawRows.PARTIAL));
    if (filling) {
      content.forEach(name -> columns.add(col(name)));
    } else {
      columns.add(content().as(CONTENT));
    }
    columns.add(age().as(AGE));
    columns.add(lit(RowState.LIVE.name()).as(STATE));
    columns.add(lit(true).as(PRESENT));
    columns.add(file.as(RawRows.FILE));
    columns.add(lit(-1).as(RawRows.FILE_NUMBER));
    columns.add(lit(-1L).as(RawRows.LINE));
    columns.add(lit(-1L).as(RawRows.ROW));
    columns.add(struct(lit(-1).as(RawRows.FILE_NUMBER), lit(-1L).as(RawRows.ROW)).as(PLACE));
    return lake.read(table.name())
        .join(
            keys, scala.jdk.javaapi.CollectionConverters.asScala(table.key()).toSeq(), "left_semi")
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
