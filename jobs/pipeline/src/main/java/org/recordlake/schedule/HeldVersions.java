package org.recordlake.schedule;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.udf;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkTypes;
import org.recordlake.protect.Protector;

/**
 * {@code governance.held_versions}: what held rows said before they were overwritten, sealed. A
 * version is known by its content, so that one preserved twice is there once. It lives as long as
 * its row: its rule and the day its period runs from follow the row, as long as that is there.
 */
public final class HeldVersions {
  public static final String TABLE = "held_versions";

  private static final Map<String, String> EXACT =
      Map.of("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX", "ignoreNullFields", "true");
  private static final String CONTENT = "_content";

  private final JobContext context;
  private final Lake lake;

  public HeldVersions(JobContext context) {
    this.context = context;
    this.lake = context.lake();
  }

  /**
   * Copies the stored rows that {@code replacing} is about to overwrite, as far as they are held.
   *
   * @param replacing new rows of {@code table}
   */
  public void preserve(TableSpec table, Dataset<Row> replacing, Holds holds) {
    if (holds.none() || table.zone() != Zone.RECORDS || !lake.exists(table.name())) {
      return;
    }
    Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> old =
        lake.read(table.name())
            .join(replacing.select(key), table.key().toArray(String[]::new), "left_semi");
    Dataset<Row> held =
        holds
            .heldBy(table, old)
            .where(size(col(Holds.HELD_BY)).gt(0))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      if (!held.isEmpty()) {
        write(versions(table, held, replacing));
      }
    } finally {
      held.unpersist();
    }
  }

  private void write(Dataset<Row> versions) {
    // Tables run side by side; what two of them add is added one after the other.
    synchronized (HeldVersions.class) {
      lake.appendNew(TABLE, versions);
    }
  }

  private Dataset<Row> versions(TableSpec table, Dataset<Row> held, Dataset<Row> replacing) {
    Protector protector = context.protector();
    UDF1<String, String> token = protector::token;
    UDF1<String, String> seal = protector::seal;
    Column content = to_json(struct(stored(table)), EXACT);
    Dataset<Row> ruled =
        ruled(table, withLostMedia(table, held, replacing)).withColumn(CONTENT, content);
    return ruled.select(
        lit(table.name()).as("table_name"),
        rowKey(table).as("row_key"),
        udf(token, DataTypes.StringType)
            .apply(concat_ws("\n", lit(table.name()), col(CONTENT)))
            .as("version_id"),
        udf(seal, DataTypes.StringType).asNondeterministic().apply(col(CONTENT)).as("row_sealed"),
        col("_media").as("media_name"),
        concat_ws(",", col(Holds.HELD_BY)).as("hold_ids"),
        col(DueDates.RULE).as("rule"),
        col(DueDates.TRIGGER).as("trigger_on"),
        col(TableSpec.RECORD_SOURCE).as("source"),
        col(TableSpec.INGESTED_FILE).as("version_file"),
        col(TableSpec.RECORDED_ON).as("version_recorded_on"),
        lit(Date.valueOf(context.asOf())).as("preserved_on"),
        lit(context.runId()).as("run_id"));
  }

  /** A media file that the new row does not name any more is the version's from now on. */
  private static Dataset<Row> withLostMedia(
      TableSpec table, Dataset<Row> held, Dataset<Row> replacing) {
    Column none = lit(null).cast(DataTypes.StringType);
    String media =
        table.columns().stream()
            .filter(column -> column.protection() == Protection.MEDIA)
            .map(org.recordlake.catalog.Column::name)
            .findFirst()
            .orElse("");
    if (media.isEmpty()) {
      return held.withColumn("_media", none);
    }
    Column[] named =
        java.util.stream.Stream.concat(
                table.key().stream().map(functions::col),
                java.util.stream.Stream.of(col(media).as("_new")))
            .toArray(Column[]::new);
    return held.join(replacing.select(named), table.key().toArray(String[]::new))
        .withColumn(
            "_media",
            functions.when(not(col(media).eqNullSafe(col("_new"))), col(media)).otherwise(none))
        .drop("_new");
  }

  private Dataset<Row> ruled(TableSpec table, Dataset<Row> rows) {
    Dataset<Row> triggered =
        DueDates.on(context).triggered(table, rows, trigger -> lake.read(trigger.table()));
    return DisposedKeys.of(context).dated(table, triggered);
  }

  private static Column[] stored(TableSpec table) {
    return table.storedColumns().stream().map(column -> col(column.name())).toArray(Column[]::new);
  }

  private static Column rowKey(TableSpec table) {
    return to_json(struct(table.key().stream().map(functions::col).toArray(Column[]::new)));
  }

  /** Makes rule and day of every version those of its row, as far as that is there. */
  public void followRows() {
    if (lake.bytes(TABLE) == 0) {
      return;
    }
    Dataset<Row> versions = lake.read(TABLE);
    for (String name : tables(versions)) {
      TableSpec table = context.catalog().table(name);
      Dataset<Row> now =
          ruled(table, lake.read(name))
              .select(
                  rowKey(table).as("_key"),
                  col(DueDates.RULE).as("_rule_now"),
                  col(DueDates.TRIGGER).as("_trigger_now"));
      Column same =
          col("rule")
              .eqNullSafe(col("_rule_now"))
              .and(col("trigger_on").eqNullSafe(col("_trigger_now")));
      Dataset<Row> moved =
          versions
              .where(col("table_name").equalTo(name))
              .join(now, col("row_key").equalTo(col("_key")))
              .where(not(same))
              .withColumn("rule", col("_rule_now"))
              .withColumn("trigger_on", col("_trigger_now"))
              .persist(StorageLevel.MEMORY_AND_DISK());
      if (!moved.isEmpty()) {
        lake.merge(TABLE, moved);
      }
      moved.unpersist();
    }
  }

  /** Tables of which there are versions. */
  static List<String> tables(Dataset<Row> versions) {
    return versions.select("table_name").distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** Tables of which there are versions. */
  public List<String> tables() {
    return lake.exists(TABLE) ? tables(lake.read(TABLE)) : List.of();
  }

  /** What the versions of {@code table} said, as its rows. */
  public Dataset<Row> rows(TableSpec table) {
    return opened(table, lake.read(TABLE)).select(stored(table));
  }

  /**
   * Versions of {@code table}, with what they said in its columns.
   *
   * @param versions rows of this table; their own columns {@code version_id} and {@code hold_ids}
   *     stay. What these keys do not open is not there
   */
  public Dataset<Row> opened(TableSpec table, Dataset<Row> versions) {
    Protector protector = context.protector();
    UDF1<String, String> open =
        text -> {
          try {
            return protector.unseal(text);
          } catch (IllegalArgumentException notOfTheseKeys) {
            return null;
          }
        };
    return versions
        .where(col("table_name").equalTo(table.name()))
        .select(
            col("version_id"),
            col("hold_ids"),
            from_json(
                    udf(open, DataTypes.StringType).apply(col("row_sealed")),
                    SparkTypes.schema(table),
                    EXACT)
                .as("_row"))
        .where(col("_row").isNotNull())
        .select("version_id", "hold_ids", "_row.*");
  }
}
