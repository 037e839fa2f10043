package org.recordlake.ingest;

import static org.apache.spark.sql.functions.asc;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.Lake;

/**
 * Tells what each good row does to the table, as if rows came one by one in the order of files and
 * lines: the first of its key is stored, an equal or older one is a duplicate, another is an
 * update. The last row that counts for a key is the one to write.
 */
final class Arrivals {
  /** {@code STORED}, {@code UPDATED} or {@code DUPLICATE}. */
  static final String OUTCOME = "_outcome";

  /** Whether the row is its key's final state and differs from what the table holds. */
  static final String WRITE = "_write";

  /** Whether the table already holds a row of this key. */
  static final String KNOWN = "_known";

  static final String STORED = "STORED";
  static final String UPDATED = "UPDATED";
  static final String DUPLICATE = "DUPLICATE";

  private static final String CONTENT = "_content";
  private static final String PRESENT = "_present";
  private static final String AGE = "_age";
  private static final String WINS = "_wins";
  private static final String HOLDER = "_holder_";

  private final TableSpec table;
  private final Lake lake;

  Arrivals(TableSpec table, Lake lake) {
    this.table = table;
    this.lake = lake;
  }

  /** {@code rows} with {@link #OUTCOME}, {@link #WRITE} and {@link #KNOWN}. */
  Dataset<Row> judged(Dataset<Row> rows) {
    Dataset<Row> arriving =
        rows.withColumn(CONTENT, content()).withColumn(AGE, age()).withColumn(PRESENT, lit(false));
    Dataset<Row> all =
        lake.exists(table.name()) ? arriving.unionByName(present(rows), true) : arriving;
    WindowSpec order =
        Window.partitionBy(key())
            .orderBy(desc(PRESENT), asc(RawRows.FILE_NUMBER), asc(RawRows.LINE));
    WindowSpec before = order.rowsBetween(Window.unboundedPreceding(), -1);
    Dataset<Row> raced =
        all.withColumn(WINS, coalesce(col(AGE).geq(max(col(AGE)).over(before)), lit(true)));
    Dataset<Row> held =
        raced
            .withColumn(HOLDER + "content", last(when(col(WINS), col(CONTENT)), true).over(before))
            .withColumn(HOLDER + "present", last(when(col(WINS), col(PRESENT)), true).over(before))
            .withColumn(
                HOLDER + "file", last(when(col(WINS), col(RawRows.FILE)), true).over(before));
    WindowSpec whole = order.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Dataset<Row> known =
        held.withColumn(KNOWN, max(col(PRESENT)).over(whole))
            .withColumn("_present_content", max(when(col(PRESENT), col(CONTENT))).over(whole))
            .withColumn(
                "_rank",
                row_number()
                    .over(
                        Window.partitionBy(key())
                            .orderBy(
                                desc(WINS),
                                asc(PRESENT),
                                desc(RawRows.FILE_NUMBER),
                                desc(RawRows.LINE))));
    return known
        .where(col(PRESENT).equalTo(false))
        .withColumn(OUTCOME, outcome())
        .withColumn(
            WRITE,
            col("_rank")
                .equalTo(1)
                .and(col(WINS))
                .and(coalesce(col("_present_content").notEqual(col(CONTENT)), lit(true))))
        .drop(
            CONTENT,
            PRESENT,
            AGE,
            WINS,
            HOLDER + "content",
            HOLDER + "present",
            HOLDER + "file",
            "_present_content",
            "_rank");
  }

  private Column outcome() {
    Column same = col(HOLDER + "content").equalTo(col(CONTENT));
    // A run that was killed after it wrote these rows, but before its ledger said so, finds its own
    // rows.
    Column ownRow = col(HOLDER + "present").and(col(HOLDER + "file").equalTo(col(RawRows.FILE)));
    return when(col(HOLDER + "content").isNull(), lit(STORED))
        .when(same.and(ownRow), lit(STORED))
        .when(same.or(col(WINS).equalTo(false)), lit(DUPLICATE))
        .otherwise(lit(UPDATED));
  }

  /** The stored rows of the keys that arrive, with what is needed to compare. */
  private Dataset<Row> present(Dataset<Row> arriving) {
    Dataset<Row> keys = arriving.select(key()).distinct();
    Column file =
        table.storedColumn(TableSpec.INGESTED_FILE).isPresent()
            ? col(TableSpec.INGESTED_FILE)
            : lit(null).cast(DataTypes.StringType);
    List<Column> columns = new ArrayList<>(List.of(key()));
    columns.add(content().as(CONTENT));
    columns.add(age().as(AGE));
    columns.add(lit(true).as(PRESENT));
    columns.add(file.as(RawRows.FILE));
    columns.add(lit(-1).as(RawRows.FILE_NUMBER));
    columns.add(lit(-1L).as(RawRows.LINE));
    return lake.read(table.name())
        .join(
            keys, scala.jdk.javaapi.CollectionConverters.asScala(table.key()).toSeq(), "left_semi")
        .select(columns.toArray(Column[]::new));
  }

  private Column[] key() {
    return table.key().stream().map(functions::col).toArray(Column[]::new);
  }

  /** Hash of what the source said. Sealed values differ each time and are told by their tokens. */
  private Column content() {
    List<Column> columns =
        table.contentColumns().stream()
            .filter(name -> !name.endsWith("_sealed"))
            .map(functions::col)
            .collect(Collectors.toList());
    if (table.recordSource().isPresent()) {
      columns.add(col(TableSpec.RECORD_SOURCE));
    }
    // A null changes no running hash, so that shifted empty columns would look alike: hash which
    // ones are empty, too.
    List<Column> marked = new ArrayList<>(columns);
    columns.forEach(column -> marked.add(column.isNull()));
    return xxhash64(marked.toArray(Column[]::new));
  }

  private Column age() {
    Optional<String> latestBy = table.latestBy();
    return latestBy
        .map(name -> col(name).cast(DataTypes.TimestampType))
        .orElse(lit(null).cast(DataTypes.TimestampType));
  }
}
