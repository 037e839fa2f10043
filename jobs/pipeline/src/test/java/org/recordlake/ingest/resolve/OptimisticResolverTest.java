package org.recordlake.ingest.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recordlake.ingest.Ingest;
import org.recordlake.job.JobResult;
import org.recordlake.lake.Lake;
import org.recordlake.lake.Purge;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.TestRun;

/** Rows written as they are read, and what becomes of them where that was too early. */
class OptimisticResolverTest {
  private static final String TABLE = "sales_orders";
  private static final String ORDERS =
      "order_id,line_no,order_date,customer_id,service,description,quantity,unit_price,channel,cancelled";

  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void run() {
    run = new TestRun(folder).with("ingest.onePassFromMb", "0");
  }

  @Test
  void rowsWhoseKeysComeOnceAreCommittedAsTheyWereWritten() throws IOException {
    JobResult result =
        run.with("ingest.maxQuarantinedShare", "0.5")
            .drop("sales/a.csv", ORDERS, order("O1", 1), order("O2", 2), order("O3", -7, "x"))
            .run(new Ingest());
    assertThat(counts(result))
        .isEqualTo("read 3 stored 2 updated 0 duplicate 0 quarantined 1 expired 0");
    assertThat(stored()).containsExactly("O1 1", "O2 2");
    assertThat(run.table("quarantine").select("reason_code").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[NOT_A_DECIMAL]");
    assertThat(lake().leftovers(TABLE)).isEqualTo(Purge.Result.NOTHING);
    assertThat(dataFiles()).isNotEmpty();
  }

  @Test
  void aCopyOfALineIsLeftOutOnTheWay() throws IOException {
    JobResult result =
        run.drop("sales/a.csv", ORDERS, order("O1", 1), order("O2", 2), order("O1", 1))
            .run(new Ingest());
    assertThat(counts(result))
        .isEqualTo("read 3 stored 2 updated 0 duplicate 1 quarantined 0 expired 0");
    assertThat(stored()).containsExactly("O1 1", "O2 2");
    assertThat(dataFiles()).isEqualTo(dataFilesOfTheTable());
  }

  @Test
  void keysThatMeetInAFileOrInTheTableAreJudgedAndNothingIsLeftOfTheFirstAttempt()
      throws IOException {
    run.drop("sales/a.csv", ORDERS, order("O1", 1), order("O1", 5), order("O2", 2))
        .run(new Ingest());
    assertThat(stored()).containsExactly("O1 5", "O2 2");
    JobResult result =
        run.drop("sales/b.csv", ORDERS, order("O2", 3), order("O3", 4), order("O1", 5))
            .run(new Ingest());
    assertThat(counts(result))
        .isEqualTo("read 3 stored 1 updated 1 duplicate 1 quarantined 0 expired 0");
    assertThat(stored()).containsExactly("O1 5", "O2 3", "O3 4");
    lake().purge(TABLE);
    assertThat(dataFiles()).isEqualTo(dataFilesOfTheTable());
  }

  @Test
  void aRowPastItsDayIsLeftOutUnlessItsKeyIsHeld() {
    run.asOf("2020-01-01")
        .drop(
            "crm/gone.csv",
            "customer_id,kind,customer_name,country,relationship_started_on,relationship_ended_on,updated_on",
            "C-000009,firm,Gone,US,2015-01-01,2019-06-01,2019-06-01")
        .run(new Ingest());
    run.asOf("2026-11-22");
    run.drop("sales/a.csv", ORDERS, order("O1", 1), old("O2", 1), old("O2", 1)).run(new Ingest());
    assertThat(stored()).containsExactly("O1 1");
    JobResult result =
        run.drop("sales/b.csv", ORDERS, old("O1", 1), old("O3", 1)).run(new Ingest());
    assertThat(counts(result))
        .isEqualTo("read 2 stored 0 updated 1 duplicate 0 quarantined 0 expired 1");
    assertThat(run.table(TABLE).select("order_id", "order_date").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[O1,2019-01-01]");
  }

  @Test
  void noByteIsLeftOfAFileThatIsRefused() throws IOException {
    JobResult result =
        run.drop("sales/a.csv", ORDERS, order("O1", 1), order("O2", 2), order("O3", 1, "x"))
            .run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(counts(result))
        .isEqualTo("read 3 stored 0 updated 0 duplicate 0 quarantined 3 expired 0");
    assertThat(dataFiles()).isEmpty();
  }

  @Test
  void aFileThatBreaksOffIsRefusedAndTheOthersAreTaken() throws IOException {
    List<String> lines = new ArrayList<>(List.of(ORDERS));
    for (int i = 0; i < 3000; i++) {
      lines.add(order("cut" + i, i));
    }
    byte[] packed = packed(String.join("\n", lines));
    run.drop("sales/a.csv.gz", Arrays.copyOf(packed, packed.length * 3 / 4))
        .drop("sales/b.csv", ORDERS, order("O4", 4));
    JobResult result = run.run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(result.problems().toString()).contains("cannot be read to its end");
    assertThat(stored()).containsExactly("O4 4");
    assertThat(rowsOnStorage()).isEqualTo(1);
  }

  @Test
  void filesOfARunKilledBeforeItsCommitAreGoneAfterTheNext() throws IOException {
    run.drop("sales/a.csv", ORDERS, order("O1", 1)).run(new Ingest());
    List<Path> before = dataFiles();
    // What lies on storage when a run dies between its write and its commit.
    lake().stage(TABLE, run.table(TABLE));
    assertThat(dataFiles()).hasSizeGreaterThan(before.size());
    assertThat(stored()).containsExactly("O1 1");
    run.drop("sales/b.csv", ORDERS, order("O2", 2)).run(new Ingest());
    assertThat(stored()).containsExactly("O1 1", "O2 2");
    assertThat(dataFiles()).isEqualTo(dataFilesOfTheTable()).containsAll(before);
  }

  @Test
  void theSameFileOnceMoreAfterARunKilledBeforeItsLedgerWasWrittenChangesNothing()
      throws IOException {
    run.drop("sales/a.csv", ORDERS, order("O1", 1), order("O2", 2)).run(new Ingest());
    long version = lake().version(TABLE);
    delete(run.lakeFolder().resolve("governance/ingested_files"));
    JobResult again = run.run(new Ingest());
    assertThat(counts(again))
        .isEqualTo("read 2 stored 2 updated 0 duplicate 0 quarantined 0 expired 0");
    assertThat(lake().version(TABLE)).isEqualTo(version);
    assertThat(dataFiles()).isEqualTo(dataFilesOfTheTable());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void inOnePassOrTheLongWayTheTablesAreTheSame(int seed, @TempDir Path other) {
    TestRun longWay = new TestRun(other).with("ingest.onePassFromMb", "1000");
    Random random = new Random(seed);
    for (int night = 0; night < 2; night++) {
      String[] lines = lines(random, seed == 1 ? 1_000_000 : 40);
      String name = "sales/" + night + ".csv";
      assertThat(counts(run.drop(name, lines).run(new Ingest())))
          .isEqualTo(counts(longWay.drop(name, lines).run(new Ingest())));
    }
    assertThat(content(run)).isEqualTo(content(longWay)).isNotEmpty();
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** A header and sixty orders; among few keys many meet, among many hardly any. */
  private static String[] lines(Random random, int keys) {
    List<String> lines = new ArrayList<>(List.of(ORDERS));
    for (int i = 0; i < 60; i++) {
      String id = "O" + random.nextInt(keys);
      int quantity = random.nextInt(4) == 0 ? random.nextInt(3) : id.hashCode() % 50;
      lines.add(random.nextInt(9) == 0 ? old(id, quantity) : order(id, quantity));
      if (random.nextInt(8) == 0) {
        lines.add(lines.get(lines.size() - 1));
      }
    }
    return lines.toArray(String[]::new);
  }

  private static String order(String id, int quantity) {
    return order(id, quantity, "2.50");
  }

  private static String order(String id, int quantity, String price) {
    return String.format(
        Locale.ROOT, "%s,1,2026-10-01,,returns,y,%d,%s,online,false", id, quantity, price);
  }

  /** An order of a customer whose relationship ended long ago. */
  private static String old(String id, int quantity) {
    return order(id, quantity).replace("2026-10-01,,", "2019-01-01,C-000009,");
  }

  private Lake lake() {
    return run.context().lake();
  }

  private List<String> stored() {
    return run.table(TABLE).orderBy("order_id").collectAsList().stream()
        .map(row -> row.getAs("order_id") + " " + row.getAs("quantity"))
        .toList();
  }

  private static List<String> content(TestRun run) {
    return run.table(TABLE).drop("recorded_on").orderBy("order_id").collectAsList().stream()
        .map(Row::toString)
        .toList();
  }

  private static String counts(JobResult result) {
    return "read %d stored %d updated %d duplicate %d quarantined %d expired %d"
        .formatted(
            result.counts().get("read"),
            result.counts().get("stored"),
            result.counts().get("updated"),
            result.counts().get("duplicate"),
            result.counts().get("quarantined"),
            result.counts().get("expired_on_arrival"));
  }

  /** The Parquet files in the table's folder, whether the table knows them or not. */
  private List<Path> dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(run.lakeFolder().resolve("records/" + TABLE))) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .filter(file -> !file.toString().contains("_delta_log"))
          .sorted()
          .toList();
    }
  }

  /** Rows in those files; where nothing is left over, as many as in the table. */
  private long rowsOnStorage() throws IOException {
    String[] files = dataFiles().stream().map(Path::toString).toArray(String[]::new);
    return lake().spark().read().parquet(files).count();
  }

  private List<Path> dataFilesOfTheTable() {
    return Stream.of(run.table(TABLE).inputFiles())
        .map(file -> Path.of(java.net.URI.create(file)))
        .sorted()
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
