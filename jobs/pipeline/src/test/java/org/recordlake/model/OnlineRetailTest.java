package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.lake.PseudonymFunction;
import org.recordlake.lake.SparkTypes;
import org.recordlake.protect.Keys;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/**
 * Recency, frequency and monetary value on real order lines: UCI Online Retail (Chen, 2015),
 * 541,909 lines of 2010 and 2011, whose figures are known from many hands.
 */
class OnlineRetailTest {
  private static final Path LINES =
      ProjectFolder.root().resolve("../shared/data/online-retail-by-day.tar.gz").normalize();

  /**
   * A day is counted only once it is over, as in the reference, which counts whole days of 24
   * hours.
   */
  private static final LocalDate AS_OF = LocalDate.of(2011, 12, 10);

  @TempDir Path folder;

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @Test
  @DisplayName(
      "4,338 customers with means 92.06 / 4.272 / 2054.27, and customer 12347 with 2 / 7 / 4310.00")
  void figuresAreTheKnownOnes() throws IOException {
    assumeTrue(Files.exists(LINES), "Online Retail is not at " + LINES + ": nothing compared");
    PseudonymFunction.register(SharedSpark.session(), Keys.temporary());
    customerValue(lines()).createOrReplaceTempView("value_of_online_retail");
    Row means =
        SharedSpark.session()
            .sql(
                "select count(*), avg(recency_days), avg(frequency), cast(avg(monetary) as double),"
                    + " min_by(struct(recency_days, frequency, monetary),"
                    + " customer_key <> pseudonym('12347')) from value_of_online_retail")
            .first();
    assertThat(means.getLong(0)).isEqualTo(4338);
    assertThat(means.getDouble(1)).isCloseTo(92.06, within(0.005));
    assertThat(means.getDouble(2)).isCloseTo(4.272, within(0.0005));
    assertThat(means.getDouble(3)).isCloseTo(2054.27, within(0.005));
    assertThat(means.getStruct(4)).hasToString("[2,7,4310.00]");
  }

  private Dataset<Row> customerValue(Dataset<Row> lines) {
    return rows(
        "customer_value", "customer_purchases", rows("customer_purchases", "sales_orders", lines));
  }

  private Dataset<Row> rows(String mart, String input, Dataset<Row> given) {
    return MartModel.of(catalog.table(mart))
        .rows(
            SharedSpark.session(),
            table -> table.equals(input) ? given : nothing(table),
            new ModelParameters(AS_OF, 11));
  }

  private Dataset<Row> nothing(String table) {
    return SharedSpark.session()
        .createDataFrame(List.of(), SparkTypes.schema(catalog.table(table)));
  }

  /** An invoice whose number begins with C takes an earlier one back. */
  private Dataset<Row> lines() throws IOException {
    return SharedSpark.session()
        .read()
        .schema(
            "invoice string, stock_code string, description string, quantity bigint,"
                + " invoiced_at string, price decimal(18,3), customer string, country string")
        .csv(oneFile().toString())
        .selectExpr(
            "invoice as order_id",
            "1 as line_no",
            "to_date(substr(invoiced_at, 1, 10)) as order_date",
            "substring_index(customer, '.', 1) as customer_id",
            "stock_code as service",
            "quantity",
            "cast(price as decimal(18,2)) as unit_price",
            "invoice like 'C%' as cancelled");
  }

  private Path oneFile() throws IOException {
    Path file = folder.resolve("lines.csv");
    try (InputStream packed = Files.newInputStream(LINES);
        TarArchiveInputStream days = new TarArchiveInputStream(new GZIPInputStream(packed));
        BufferedWriter out = Files.newBufferedWriter(file)) {
      while (days.getNextEntry() != null) {
        copyWithoutHeader(days, out);
      }
    }
    return file;
  }

  private static void copyWithoutHeader(InputStream day, BufferedWriter out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(day, StandardCharsets.UTF_8));
    lines.readLine();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.write(line);
      out.newLine();
    }
  }
}
