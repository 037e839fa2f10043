package org.recordlake.identity;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobResult;
import org.recordlake.lake.SparkTypes;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.TestRun;

/** A lake with a handful of rows, each written as {@code column=value} pairs. */
final class Stored {
  final TestRun run;

  Stored(Path folder) {
    run = new TestRun(folder);
  }

  /** Stores a row that came with {@code file}; columns not given are empty or say nothing. */
  Stored row(String table, String file, String... pairs) {
    Map<String, String> given = new HashMap<>(Map.of("ingested_file", file));
    for (String pair : pairs) {
      given.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    TableSpec spec = run.context().catalog().table(table);
    List<Object> values = new ArrayList<>();
    spec.storedColumns()
        .forEach(
            column ->
                values.add(
                    given.containsKey(column.name())
                        ? value(SparkTypes.of(column.type()), given.get(column.name()))
                        : column.nullable() ? null : filler(SparkTypes.of(column.type()))));
    Row row = RowFactory.create(values.toArray());
    run.context()
        .lake()
        .append(
            table, SharedSpark.session().createDataFrame(List.of(row), SparkTypes.schema(spec)));
    return this;
  }

  Stored customer(String id, String... pairs) {
    String[] all = new String[pairs.length + 1];
    System.arraycopy(pairs, 0, all, 0, pairs.length);
    all[pairs.length] = "customer_id=" + id;
    return row("customers", "first", all);
  }

  JobResult match() {
    return run.run(new Identity());
  }

  JobResult matchAll() {
    JobContext context = run.context(new JobOptions(true));
    Identity job = new Identity();
    return job.execute(job.plan(context), context);
  }

  /** The links as {@link Link#of} reads them. */
  Dataset<Row> stored() {
    return LinkColumns.of(run.context().catalog()).read(run.table("identity_links"));
  }

  /** The links as {@code table key -> customer status method}. */
  List<String> links() {
    return stored().collectAsList().stream()
        .map(Link::of)
        .map(
            link ->
                "%s %s -> %s %s %s"
                    .formatted(
                        link.target().table(),
                        link.target().key(),
                        link.individualId(),
                        link.status().code(),
                        link.method().code()))
        .sorted()
        .collect(Collectors.toList());
  }

  long version() {
    return run.context().lake().version("identity_links");
  }

  private static Object value(DataType type, String text) {
    return switch (type.typeName()) {
      case "date" -> Date.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      case "integer" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "timestamp" -> Timestamp.from(Instant.parse(text));
      default -> text;
    };
  }

  private static Object filler(DataType type) {
    return switch (type.typeName()) {
      case "string" -> "none";
      case "date" -> Date.valueOf("2026-01-01");
      case "timestamp" -> Timestamp.from(Instant.parse("2026-01-01T12:00:00Z"));
      case "integer" -> 1;
      case "long" -> 1L;
      case "boolean" -> false;
      case "double" -> 1.0;
      default -> BigDecimal.ONE;
    };
  }
}
