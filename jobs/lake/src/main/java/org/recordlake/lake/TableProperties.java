package org.recordlake.lake;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.recordlake.catalog.Notice;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.TableSpec;

/** Properties a Delta table is created with, from its catalogue file. */
final class TableProperties {
  private TableProperties() {}

  /** Makes a table without rows. */
  static void create(SparkSession spark, TableSpec spec, Notice notice, String location) {
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(spark)
            .location(location)
            .addColumns(SparkTypes.schema(spec))
            .comment(spec.grain());
    of(spec, notice).forEach(builder::property);
    builder.execute();
  }

  static Map<String, String> of(TableSpec spec, Notice notice) {
    Map<String, String> properties = new LinkedHashMap<>();
    if (spec.statistics().isEmpty()) {
      properties.put("delta.dataSkippingNumIndexedCols", "0");
    } else {
      properties.put("delta.dataSkippingStatsColumns", String.join(",", spec.statistics()));
    }
    // A deletion vector would leave the deleted value in the live file; change data would keep a
    // copy of it.
    properties.put("delta.enableDeletionVectors", "false");
    properties.put("delta.enableChangeDataFeed", "false");
    properties.put("delta.deletedFileRetentionDuration", "interval 0 hours");
    properties.put("recordlake.notice", notice.id());
    properties.put("recordlake.owner", spec.about().owner());
    properties.put(
        "recordlake.retention",
        spec.retention().stream().map(RetentionClause::rule).collect(Collectors.joining(",")));
    spec.category().ifPresent(category -> properties.put("recordlake.category", category));
    return properties;
  }
}
