package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.testing.OnlineRetail;
import org.recordlake.testing.ReadRows;
import org.recordlake.testing.TestRun;

/** Order lines without line numbers, invented and real (UCI Online Retail; Chen, 2015). */
class OrderFilesTest {
  @TempDir Path folder;

  @Test
  void copiesAreDuplicatesAndANegativePriceIsSetAside() {
    TestRun run = new TestRun(folder);
    JobResult result =
        run.drop("shop/a.csv", ReadRows.fixture("business/order-lines.csv")).run(new Ingest());
    assertThat(result.counts())
        .containsEntry("read", 7L)
        .containsEntry("stored", 5L)
        .containsEntry("duplicate", 1L)
        .containsEntry("quarantined", 1L);
    assertThat(run.table("quarantine").select("column_name", "reason_code").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[unit_price,TOO_SMALL]");
  }

  @Test
  void theKnownFiguresOfOnlineRetailComeOutOfItsDailyFilesAndOutOfOneBigFile(@TempDir Path other)
      throws IOException {
    TestRun daily = new TestRun(folder).asOf("2011-12-10");
    TestRun whole = new TestRun(other).asOf("2011-12-10");
    Map<String, byte[]> days = days();
    days.forEach((name, bytes) -> daily.drop("retail/" + name, bytes));
    // Big enough to be read in stretches by several tasks.
    whole.drop("retail/all.csv", joined(days));
    assertKnownFigures(daily, 305);
    assertKnownFigures(whole, 1);
    assertThat(fingerprint(whole)).isEqualTo(fingerprint(daily));
  }

  private static void assertKnownFigures(TestRun run, long files) {
    JobResult result = run.run(new Ingest());
    assertThat(result.counts())
        .containsEntry("files", files)
        .containsEntry("read", 541_909L)
        .containsEntry("duplicate", 5_268L)
        .containsEntry("quarantined", 2L)
        .containsEntry("stored", 541_909L - 5_268 - 2);
    assertThat(
            run.table("sales_orders")
                .selectExpr(
                    "count_if(customer_id is not null and not cancelled and quantity > 0 and unit_price > 0)",
                    "count_if(cancelled)",
                    "count_if(customer_id is null)")
                .first()
                .toString())
        .isEqualTo("[392692,9251,135035]");
  }

  @Test
  void daysTakenOneByOneAndAllAtOnceGiveTheSameTable(@TempDir Path other) throws IOException {
    TestRun oneByOne = new TestRun(folder).asOf("2011-12-10");
    TestRun atOnce = new TestRun(other).asOf("2011-12-10");
    List<Map.Entry<String, byte[]>> some = days().entrySet().stream().skip(150).limit(4).toList();
    some.forEach(
        day -> {
          oneByOne.drop("retail/" + day.getKey(), day.getValue()).run(new Ingest());
          atOnce.drop("retail/" + day.getKey(), day.getValue());
        });
    atOnce.run(new Ingest());
    String[] columns = {"order_id", "line_no", "quantity", "unit_price", "ingested_file"};
    assertThat(rows(oneByOne, columns)).isEqualTo(rows(atOnce, columns)).hasSizeGreaterThan(3000);
  }

  private static String fingerprint(TestRun run) {
    return run.table("sales_orders")
        .selectExpr(
            "count(*)",
            "sum(cast(xxhash64(order_id, line_no, order_date, customer_id, service, description,"
                + " quantity, unit_price, country, cancelled) as decimal(38,0)))")
        .first()
        .toString();
  }

  private static byte[] joined(Map<String, byte[]> days) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (byte[] day : days.values()) {
      int header = 0;
      if (all.size() > 0) {
        header = new String(day, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
      }
      all.write(day, header, day.length - header);
      if (day[day.length - 1] != '\n') {
        all.write('\n');
      }
    }
    return all.toByteArray();
  }

  private static List<String> rows(TestRun run, String... columns) {
    return run.table("sales_orders").select("order_date", columns).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static Map<String, byte[]> days() throws IOException {
    assumeTrue(ReadRows.real("online-retail-by-day.tar.gz").isPresent(), "no real data");
    return OnlineRetail.days(ReadRows.real("online-retail-by-day.tar.gz").orElseThrow());
  }
}
