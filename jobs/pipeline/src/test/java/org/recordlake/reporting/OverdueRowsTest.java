package org.recordlake.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.lake.SparkTypes;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.TestRun;

class OverdueRowsTest {
  @Test
  void countsWhatIsPastItsDayAndNeitherDestroyedNorHeld(@TempDir Path folder) {
    JobContext context = new TestRun(folder).context();
    assertThat(OverdueRows.of(context).text()).isEmpty();
    TableSpec spec = context.catalog().table("dispositions");
    context
        .lake()
        .append(
            "dispositions",
            SharedSpark.session()
                .createDataFrame(
                    List.of(
                        row(spec, "chat_messages", "planned", 12, 2),
                        row(spec, "payments", "approved", 3, 1),
                        row(spec, "payments", "noticed", 4, 4),
                        row(spec, "contacts", "deleting", 50, 0),
                        row(spec, "contacts", "verified", 70, 0)),
                    SparkTypes.schema(spec)));

    assertThat(OverdueRows.of(context).text()).contains("12 rows in 2 tables");
    assertThat(new RunFacts(context).facts().groups())
        .last()
        .asString()
        .contains("Past their last day and not destroyed", "12 rows in 2 tables");
  }

  private static Row row(TableSpec spec, String table, String state, long due, long held) {
    Map<String, Object> given =
        Map.of(
            "disposition_id", table + state,
            "table_name", table,
            "state", state,
            "rule", "R4",
            "rows_due", due,
            "rows_held", held);
    return RowFactory.create(
        spec.storedColumns().stream()
            .map(
                column ->
                    column.nullable()
                        ? null
                        : given.getOrDefault(
                            column.name(), filler(SparkTypes.of(column.type()).typeName())))
            .toArray());
  }

  private static Object filler(String type) {
    return switch (type) {
      case "long" -> 0L;
      case "date" -> Date.valueOf("2026-11-01");
      case "timestamp" -> Timestamp.from(Instant.parse("2026-11-01T12:00:00Z"));
      default -> "any";
    };
  }
}
