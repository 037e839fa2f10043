package org.recordlake.retention;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkTypes;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.TestRun;

/** A lake with a handful of rows, under the shipped catalogue, on which jobs are run for real. */
final class SmallLake {
  static final String NAME_PREFIX = "Canary";

  private final TestRun runs;

  SmallLake(Path folder) {
    this.runs = new TestRun(folder);
  }

  /** With another catalogue than the shipped one. */
  SmallLake with(Catalog catalog) {
    runs.with(catalog);
    return this;
  }

  Lake lake() {
    return runs.context().lake();
  }

  Path folder() {
    return runs.lakeFolder();
  }

  /**
   * Stores rows; each gives some columns, the rest are filled with values that say nothing. Texts
   * are {@code Canary} and the row's key.
   */
  @SafeVarargs
  final void store(String table, Map<String, Object>... rows) {
    TableSpec spec = spec(table);
    List<Row> stored = Arrays.stream(rows).map(given -> row(spec, given)).toList();
    lake().append(table, SharedSpark.session().createDataFrame(stored, SparkTypes.schema(spec)));
  }

  /** The keys of the rows a table has, in order. */
  TreeSet<String> keys(String table) {
    String key = spec(table).key().get(0);
    TreeSet<String> keys = new TreeSet<>();
    lake().read(table).select(key).collectAsList().forEach(row -> keys.add(row.getString(0)));
    return keys;
  }

  List<Row> dispositions() {
    return lake().read("dispositions").orderBy("table_name", "rule", "as_of").collectAsList();
  }

  /** A run of its own on {@code day}. */
  JobContext on(String day) {
    return runs.asOf(day).context();
  }

  /** Plans and executes {@code job} in a run of its own. */
  <P extends JobPlan> JobResult run(String day, Job<P> job) {
    JobContext context = on(day);
    return job.execute(job.plan(context), context);
  }

  private TableSpec spec(String table) {
    return runs.context().catalog().table(table);
  }

  private static Row row(TableSpec spec, Map<String, Object> given) {
    Object key = given.getOrDefault(spec.key().get(0), "none");
    Object[] values =
        spec.storedColumns().stream()
            .map(
                column ->
                    given.containsKey(column.name())
                        ? typed(SparkTypes.of(column.type()), given.get(column.name()))
                        : column.nullable() ? null : filler(SparkTypes.of(column.type()), key))
            .toArray();
    return RowFactory.create(values);
  }

  private static Object typed(DataType type, Object value) {
    return type.equals(DataTypes.DateType) && value instanceof String day
        ? Date.valueOf(day)
        : value;
  }

  private static Object filler(DataType type, Object key) {
    return switch (type.typeName()) {
      case "string" -> NAME_PREFIX + key;
      case "date" -> Date.valueOf("2020-01-01");
      case "timestamp" -> Timestamp.from(Instant.parse("2020-01-01T12:00:00Z"));
      case "integer" -> 1;
      case "long" -> 1L;
      case "boolean" -> true;
      case "double" -> 1.0;
      default -> BigDecimal.ONE;
    };
  }
}
