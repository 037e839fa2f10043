import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.TableSpec;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.Progress;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkSessions;
import org.recordlake.lake.SparkTypes;
import org.recordlake.protect.Keys;
import org.recordlake.retention.RetentionDelete;
import org.recordlake.retention.RetentionPlan;
import org.recordlake.retention.Tidy;

/**
 * Makes a lake of meetings and a plain copy of it, and destroys one day of both: by retention and
 * purge here, by {@code DELETE} and {@code VACUUM} there. What it leaves is for {@code retention
 * run} to certify.
 *
 * <p>Arguments: configuration, folder of the row queries, folder to work in, number of meeting
 * rows.
 */
public final class RetentionBench {
  private static final int DAYS = 730;
  private static final LocalDate FIRST = LocalDate.of(2024, 11, 22);

  /** The first run after the last day of the first meetings. */
  private static final LocalDate TODAY = FIRST.plusMonths(24).plusDays(1);

  private static final long WARMING = 100_000;

  /** Of 200 rows of meetings, how many lie in which table. */
  private static final Map<String, Integer> MEETING_ROWS =
      ordered(
          "meetings",
          1,
          "meeting_participants",
          80,
          "chat_messages",
          50,
          "device_usage",
          40,
          "poll_responses",
          29);

  private static final List<String> CUSTOMER_TABLES =
      List.of("customers", "contacts", "sales_orders", "sales_calls");

  private final Path queries;
  private final Path copy;
  private final long rows;
  private final JobContext context;

  private RetentionBench(Path queries, Path copy, long rows, JobContext context) {
    this.queries = queries;
    this.copy = copy;
    this.rows = rows;
    this.context = context;
  }

  public static void main(String[] arguments) throws IOException {
    Path conf = Path.of(arguments[0]);
    Path queries = Path.of(arguments[1]);
    Path work = Path.of(arguments[2]);
    try (SparkSession spark = SparkSessions.open(settings(conf, work))) {
      spark.sparkContext().setLogLevel("ERROR");
      RetentionBench warm = on(spark, conf, queries, work.resolve("warm"), WARMING);
      warm.fill();
      warm.compare();
      System.out.printf("That was to warm the compilers. Now %s rows.%n%n", arguments[3]);
      RetentionBench bench = on(spark, conf, queries, work, Long.parseLong(arguments[3]));
      bench.fill();
      bench.compare();
    }
  }

  private static RetentionBench on(
      SparkSession spark, Path conf, Path queries, Path work, long rows) {
    Settings settings = settings(conf, work);
    Catalog catalog = CatalogLoader.load(conf, settings.notice());
    JobContext context =
        new JobContext(
            settings,
            catalog,
            new Lake(spark, settings.lake(), catalog),
            TODAY,
            Clock.systemUTC(),
            "bench",
            new Quiet(),
            Keys.open(settings.keys(), name -> null),
            JobOptions.DEFAULT);
    return new RetentionBench(queries, work.resolve("copy"), rows, context);
  }

  private static Settings settings(Path conf, Path work) {
    return SettingsLoader.load(
        conf.resolve("recordlake.yaml"), Map.of("lake", work.resolve("lake").toString()));
  }

  private void fill() throws IOException {
    long began = System.nanoTime();
    for (String table : MEETING_ROWS.keySet()) {
      Dataset<Row> made = made(table, Math.max(1, rows / 200 * MEETING_ROWS.get(table)));
      made.write()
          .format("delta")
          .option("delta.deletedFileRetentionDuration", "interval 0 hours")
          .save(at(table));
      context.lake().append(table, context.lake().spark().read().format("delta").load(at(table)));
    }
    for (String table : CUSTOMER_TABLES) {
      context.lake().append(table, made(table, customers()));
    }
    System.out.printf("written, each row twice: %.1f s%n", since(began));
    began = System.nanoTime();
    Tidy tidy = new Tidy();
    for (Tidy.Plan plan = tidy.plan(context); !plan.lines().isEmpty(); plan = tidy.plan(context)) {
      plan.lines().forEach(System.out::println);
      tidy.execute(plan, context);
    }
    System.out.printf("laid out by 'tidy', once: %.1f s%n", since(began));
    purge();
  }

  private void compare() throws IOException {
    Map<String, Map<String, Long>> lakeBefore = files(this::filesOfLake);
    Map<String, Map<String, Long>> copyBefore = files(this::filesOfCopy);
    RetentionDelete retention = new RetentionDelete();
    Spent start = Spent.now();
    RetentionPlan plan = retention.plan(context);
    Spent planned = Spent.now();
    retention.execute(plan, context).output().forEach(System.out::println);
    Spent deleted = Spent.now();
    purge();
    Spent purged = Spent.now();
    inCopy("delete from delta.`%s` where meeting_date <= date'" + FIRST + "'");
    Spent plainDeleted = Spent.now();
    inCopy("vacuum delta.`%s`");
    Spent vacuumed = Spent.now();
    System.out.println("who        table                dropped  written  disposed B  rewritten B");
    tell("recordlake", lakeBefore, files(this::filesOfLake));
    tell("DELETE", copyBefore, files(this::filesOfCopy));
    System.out.println("seconds (processor seconds)");
    System.out.printf(
        "recordlake:        %s = planned %s, deleted %s, purged %s%n",
        purged.since(start),
        planned.since(start),
        deleted.since(planned),
        purged.since(deleted));
    System.out.printf(
        "DELETE and VACUUM: %s = %s, %s%n",
        vacuumed.since(purged), plainDeleted.since(purged), vacuumed.since(plainDeleted));
    System.out.println("ratio: " + purged.ratio(start, vacuumed));
    check();
  }

  private void inCopy(String statement) {
    MEETING_ROWS
        .keySet()
        .forEach(table -> context.lake().spark().sql(statement.formatted(at(table))));
  }

  /** Both did the same. */
  private void check() {
    for (String table : MEETING_ROWS.keySet()) {
      long here = context.lake().read(table).count();
      long there = context.lake().spark().read().format("delta").load(at(table)).count();
      if (here != there) {
        throw new IllegalStateException(
            table + ": " + here + " rows are left, and " + there + " in the copy");
      }
    }
  }

  private static void tell(
      String who, Map<String, Map<String, Long>> before, Map<String, Map<String, Long>> after) {
    before.forEach(
        (table, old) -> {
          Map<String, Long> dropped = without(old, after.get(table));
          Map<String, Long> written = without(after.get(table), old);
          System.out.printf(
                    "%-10s %-20s %4d %8d %12d %12d%n",
              who,
              table,
              dropped.size(),
              written.size(),
              bytes(dropped) - bytes(written),
              bytes(written));
        });
  }

  private static Map<String, Long> without(Map<String, Long> files, Map<String, Long> others) {
    return files.entrySet().stream()
        .filter(file -> !others.containsKey(file.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static long bytes(Map<String, Long> files) {
    return files.values().stream().mapToLong(Long::longValue).sum();
  }

  private interface Finder {
    Map<String, Long> of(String table) throws IOException;
  }

  private static Map<String, Map<String, Long>> files(Finder find) throws IOException {
    Map<String, Map<String, Long>> files = new LinkedHashMap<>();
    for (String table : MEETING_ROWS.keySet()) {
      files.put(table, find.of(table));
    }
    return files;
  }

  private Map<String, Long> filesOfLake(String table) {
    return context.lake().fileSizes(table);
  }

  private Map<String, Long> filesOfCopy(String table) throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    for (String uri : context.lake().spark().read().format("delta").load(at(table)).inputFiles()) {
      Path file = Path.of(java.net.URI.create(uri).getPath());
      sizes.put(file.getFileName().toString(), Files.size(file));
    }
    return sizes;
  }

  private void purge() {
    Stream.concat(MEETING_ROWS.keySet().stream(), CUSTOMER_TABLES.stream())
        .forEach(table -> context.lake().purge(table));
  }

  private long customers() {
    return Math.max(2_000, rows / 200);
  }

  private String at(String table) {
    return copy.resolve(table).toString();
  }

  /**
   * Rows of a table in no order. Those of the second day are of the first thousand customers, whose
   * other records fall due with them, and who are in no other meeting.
   */
  private Dataset<Row> made(String table, long number) throws IOException {
    SparkSession spark = context.lake().spark();
    String meetings = "pmod(xxhash64(id, '" + table + "'), " + Math.max(1, rows / 200) + ")";
    spark
        .range(0, number, 1, 8)
        .selectExpr(
            "id", "abs(xxhash64(id, 'any')) as hash", "cast(" + meetings + " as bigint) as meeting")
        .selectExpr("*", "cast(meeting % " + DAYS + " as int) as day")
        .selectExpr(
            "*", "if(day = 1, hash % 1000, 1000 + hash % " + (customers() - 1000) + ") as person")
        .selectExpr(
            "id",
            "hash",
            "person",
            "concat('M', meeting) as meeting_id",
            "date_add(date'" + FIRST + "', day) as meeting_date",
            "concat('C-', person) as customer_id",
            "concat('Person ', person, ' of town ', person % 4000) as person_name",
            "concat('person', person, '@people.example') as person_email")
        .createOrReplaceTempView("numbers");
    return filled(
        context.catalog().table(table),
        spark.sql(Files.readString(queries.resolve(table + ".sql"))));
  }

  private static Dataset<Row> filled(TableSpec spec, Dataset<Row> rows) {
    List<String> given = Arrays.asList(rows.columns());
    for (Column column : spec.storedColumns()) {
      if (!given.contains(column.name())) {
        boolean due = column.name().equals(TableSpec.DUE_ON) && given.contains("meeting_date");
        String value = column.nullable() ? "null" : "'2026-10-01'";
        rows =
            rows.withColumn(
                column.name(),
                functions
                    .expr(due ? "add_months(meeting_date, 24)" : value)
                    .cast(SparkTypes.of(column.type())));
      }
    }
    return rows;
  }

  private static Map<String, Integer> ordered(Object... pairs) {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], (Integer) pairs[i + 1]);
    }
    return map;
  }

  /** A moment, and what the process had worked until then; in nanoseconds. */
  private record Spent(long wall, long work) {
    static Spent now() {
      return new Spent(
          System.nanoTime(),
          ((com.sun.management.OperatingSystemMXBean)
                  java.lang.management.ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime());
    }

    String since(Spent start) {
      return "%.1f (%.1f)".formatted((wall - start.wall) / 1e9, (work - start.work) / 1e9);
    }

    /** What was spent before this moment, over what was after it. */
    String ratio(Spent start, Spent end) {
      return "%.3f (%.3f)"
          .formatted(
              (double) (wall - start.wall) / (end.wall - wall),
              (double) (work - start.work) / (end.work - work));
    }
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static final class Quiet implements Progress {
    @Override
    public Bar start(String task, long total) {
      return new Bar() {
        @Override
        public void step() {}

        @Override
        public void close() {}
      };
    }

    @Override
    public void note(String line) {}
  }
}
