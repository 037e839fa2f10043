package org.recordlake.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.actions.Metadata$;
import org.recordlake.catalog.Notice;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.TableSpec;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** Properties a Delta table is created with, from its catalogue file. */
final class TableProperties {
  private TableProperties() {}

  /** What the first commit of a table says of it. */
  static Metadata newTable(TableSpec spec, Notice notice) {
    Metadata$ usual = Metadata$.MODULE$;
    return usual.apply(
        usual.apply$default$1(),
        usual.apply$default$2(),
        spec.grain(),
        usual.apply$default$4(),
        SparkTypes.schema(spec).json(),
        usual.apply$default$6(),
        Map$.MODULE$.from(CollectionConverters.asScala(of(spec, notice))),
        usual.apply$default$8());
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
    properties.put("recordlake.owner", spec.owner());
    properties.put(
        "recordlake.retention",
        spec.retention().stream().map(RetentionClause::rule).collect(Collectors.joining(",")));
    spec.category().ifPresent(category -> properties.put("recordlake.category", category));
    return properties;
  }
}
