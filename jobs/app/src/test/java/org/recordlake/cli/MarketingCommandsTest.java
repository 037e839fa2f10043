package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkTypes;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

@DisplayName("marketing")
class MarketingCommandsTest {
  private static final String[] ASKER = {"--operator=A. Person", "--reason=autumn mailing"};
  private static final Date DAY = Date.valueOf("2026-11-01");

  @TempDir Path folder;

  @BeforeEach
  void twoRecipients() {
    add(
        "campaign_contacts",
        Map.of(
            "campaign_id",
            "K1",
            "recipient_id",
            "R1",
            "company_name",
            "O'Hara Books",
            "naics",
            "459210",
            "email",
            "ann@example.com",
            "opted_out",
            true),
        Map.of(
            "campaign_id",
            "K1",
            "recipient_id",
            "R2",
            "company_name",
            "Harbor Gifts",
            "naics",
            "459420",
            "customer_id",
            "C1"));
    add("firm_profiles", Map.of("customer_id", "C1", "firm_name", "Harbor Gifts", "sic", "5947"));
  }

  @Test
  void recordsAreRetrievedByCodesAndByPartOfTheCompanysName() {
    assertThat(find("--naics=4592").results()).contains("O'Hara Books").doesNotContain("Harbor");
    assertThat(find("--sic=59").results()).contains("Harbor Gifts").doesNotContain("O'Hara");
    assertThat(find("--company=o'HARA").results()).contains("O'Hara Books");
    assertThat(find("--naics=45", "--company=gifts").results().lines()).hasSize(2);
    assertThat(find("--company=nobody").results().lines()).hasSize(1);
  }

  @Test
  void nobodyIsAnsweredWithoutSayingWhoAsksAndWhy() {
    assertThat(run("marketing", "find", "--naics=45").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run("marketing", "do-not-contact").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(find().messages()).contains("Give --naics, --sic or --company");
    assertThat(find("--naics=4x").code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void everyRetrievalStandsInTheAuditLog() {
    find("--company=Harbor");
    List<Row> log = lake().read("audit_log").collectAsList();
    assertThat(log).hasSize(1);
    assertThat(log.get(0).toString()).contains("records").doesNotContain("Harbor");
  }

  @Test
  @DisplayName(
      "who opted out is told with the address mailing knows, found by the mart's pseudonym")
  void doNotContact() {
    assertThat(new Cli(folder, Jobs.shipped()).onOwnLake("insights", "--as-of=2026-11-22").code())
        .isZero();
    Cli.Answer answer = run(with("marketing", "do-not-contact"));
    assertThat(answer.code()).isZero();
    assertThat(answer.results().lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("O'Hara Books,ann@example.com,,,all,opted_out,2026-11-01,,k");
  }

  private Cli.Answer find(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "marketing";
    all[1] = "find";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return run(with(all));
  }

  private static String[] with(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(Arrays.asList(ASKER));
    return all.toArray(String[]::new);
  }

  private Cli.Answer run(String... arguments) {
    return new Cli(folder, Jobs.shipped()).onOwnLake(arguments);
  }

  private Lake lake() {
    Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    return new Lake(SharedSpark.session(), folder.resolve("lake").toString(), catalog);
  }

  /** Rows with the given values; what must not be empty is filled with something harmless. */
  @SafeVarargs
  private void add(String table, Map<String, Object>... rows) {
    Lake lake = lake();
    Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    StructField[] fields = SparkTypes.schema(catalog.table(table)).fields();
    List<Row> all =
        Arrays.stream(rows)
            .map(row -> RowFactory.create(Arrays.stream(fields).map(f -> value(f, row)).toArray()))
            .toList();
    lake.append(table, lake.spark().createDataFrame(all, SparkTypes.schema(catalog.table(table))));
  }

  private static Object value(StructField field, Map<String, Object> row) {
    if (row.containsKey(field.name())) {
      return row.get(field.name());
    }
    if (field.nullable()) {
      return null;
    }
    return field.dataType().equals(DataTypes.StringType)
        ? "mail"
        : field.dataType().equals(DataTypes.DateType) ? DAY : (Object) false;
  }
}
