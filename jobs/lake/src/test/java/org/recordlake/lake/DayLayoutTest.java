package org.recordlake.lake;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/**
 * Chat that falls due from January to April 2028, brought by three files of all days each, and laid
 * out in January.
 */
class DayLayoutTest {
  private static final String TABLE = "chat_messages";
  private static final LocalDate TODAY = LocalDate.of(2028, 1, 5);
  private static final int DAYS = 100;

  /** The days of January and February, March and April. */
  private static final int PARTS = 31 + 29 + 2;

  private static final TidyPlan.Limits ALWAYS = new TidyPlan.Limits(1, 1, 1L << 30, 1 << 20, 4);

  @TempDir Path folder;

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private Lake lake;
  private DayLayout layout;

  @BeforeEach
  void daysMixed() {
    lake = new Lake(SharedSpark.session(), folder.toString(), catalog);
    layout = new DayLayout(lake, spec(), ALWAYS);
    for (int part = 0; part < 3; part++) {
      lake.append(TABLE, messages(part * 1_000, 1_000));
    }
  }

  @Test
  @DisplayName(
      "Each file holds the rows of one day, or of one month far ahead, and the rows are the same")
  void eachFileHoldsOnePart() throws IOException {
    Set<String> rows = rows();
    layout.tidy(plan());
    assertThat(layout.files()).hasSize(PARTS).allMatch(plan()::isOnePart);
    assertThat(rows()).isEqualTo(rows);
    assertThat(plan().isEmpty()).isTrue();
    String commit = Files.readString(commit(lake.version(TABLE)));
    assertThat(commit).contains("\"OPTIMIZE\"").doesNotContain("\"dataChange\":true", "secret");
  }

  @Test
  @DisplayName("A day that falls due leaves as a whole file, and none is written")
  void aDayThatFallsDueRewritesNoFile() {
    layout.tidy(plan());
    Set<String> before = lake.committedFiles(TABLE);
    Dataset<Row> due = lake.read(TABLE).where("due_on = date'2028-01-08'");
    LaidDays days = LaidDays.of(spec(), List.of(Date.valueOf("2028-01-08")), false);
    lake.deleteByKeys(TABLE, due.select("meeting_id", "message_id"), days);
    assertThat(before).containsAll(lake.committedFiles(TABLE)).hasSize(PARTS);
    assertThat(lake.committedFiles(TABLE)).hasSize(PARTS - 1);
    assertThat(lake.read(TABLE).count()).isEqualTo(3_000 - 3_000 / DAYS);
    assertThat(lake.deletedByKeys(TABLE, lake.version(TABLE))).isTrue();
  }

  @Test
  @DisplayName("A file with somebody else's deletion vector is not laid anew, but told")
  void aDeletionVectorStopsIt() {
    String table = "delta.`" + lake.location(TABLE) + "`";
    String switching = "spark.databricks.delta.delete.deletionVectors.persistent";
    TidyPlan plan = plan();
    SharedSpark.session().conf().set(switching, "true");
    try {
      SharedSpark.session()
          .sql(
              "ALTER TABLE "
                  + table
                  + " SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')");
      SharedSpark.session().sql("DELETE FROM " + table + " WHERE due_on = date'2028-01-08'");
    } finally {
      SharedSpark.session().conf().set(switching, "false");
    }
    long version = lake.version(TABLE);
    assertThatThrownBy(() -> layout.tidy(plan)).hasMessageContaining("deletion vector");
    assertThat(lake.version(TABLE)).isEqualTo(version);
  }

  @Test
  @DisplayName("Killed before its commit it changed nothing, and the purge destroys what it wrote")
  void killedBeforeItsCommit() {
    Set<String> rows = rows();
    TidyPlan plan = plan();
    layout.parted(plan);
    assertThat(plan()).isEqualTo(plan);
    assertThat(rows()).isEqualTo(rows);
    assertThat(lake.purge(TABLE).files()).isGreaterThanOrEqualTo(PARTS);
    assertThat(lake.leftovers(TABLE)).isEqualTo(Purge.Result.NOTHING);
    layout.tidy(plan);
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  @DisplayName("The purge destroys the files it took apart, and no other")
  void thePurgeDestroysWhatWasTakenApart() {
    Set<String> rows = rows();
    long taken = plan().bytes();
    layout.tidy(plan());
    assertThat(lake.purge(TABLE).bytes()).isGreaterThanOrEqualTo(taken);
    assertThat(lake.leftovers(TABLE)).isEqualTo(Purge.Result.NOTHING);
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  @DisplayName("What other tables follow from sees no row that came, went or changed")
  void noRowChanged() {
    long before = lake.version(TABLE);
    layout.tidy(plan());
    RowChanges changes = lake.changesSince(TABLE, before).orElseThrow();
    assertThat(changes.valuesOf(List.of("meeting_id")).count()).isZero();
  }

  @Test
  @DisplayName("A day of many small files is put together; rows without a day stay where they are")
  void manySmallFilesBecomeOne() {
    lake.append(TABLE, messages(5_000, 10).withColumn("due_on", lit(null).cast("date")));
    for (int part = 0; part < 5; part++) {
      lake.append(
          TABLE,
          messages(6_000 + part * 10, 10).withColumn("due_on", lit(Date.valueOf("2028-03-09"))));
    }
    Set<String> rows = rows();
    layout.tidy(plan());
    assertThat(layout.files()).hasSize(PARTS).allMatch(plan()::isOnePart);
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  @DisplayName("A small table, and one that lies by another day, are left alone")
  void smallTablesAreLeftAlone() {
    assertThat(usual(TABLE).plan(TODAY).isEmpty()).isTrue();
    assertThat(usual("meetings").plan(TODAY).isEmpty()).isTrue();
    assertThat(DayLayout.of(lake, catalog.table("sales_orders"))).isEmpty();
    assertThat(DayLayout.of(lake, catalog.table("poll_results"))).isEmpty();
  }

  private TidyPlan plan() {
    return layout.plan(TODAY);
  }

  private DayLayout usual(String table) {
    return DayLayout.of(lake, catalog.table(table)).orElseThrow();
  }

  private TableSpec spec() {
    return catalog.table(TABLE);
  }

  private Path commit(long version) {
    return Path.of(lake.location(TABLE), "_delta_log", "%020d.json".formatted(version));
  }

  private Set<String> rows() {
    return new HashSet<>(lake.read(TABLE).toJSON().collectAsList());
  }

  private Dataset<Row> messages(int first, int number) {
    Dataset<Row> rows =
        SharedSpark.session()
            .range(first, first + number, 1, 1)
            .selectExpr(
                "concat('M', id % " + DAYS + ") as meeting_id",
                "concat('secret', id) as message_id",
                "date_add(date'2028-01-01', cast(id % " + DAYS + " as int)) as due_on");
    List<String> given = List.of(rows.columns());
    for (org.recordlake.catalog.Column column : spec().storedColumns()) {
      if (!given.contains(column.name())) {
        String value = column.nullable() ? null : "2026-01-01";
        rows = rows.withColumn(column.name(), lit(value).cast(SparkTypes.of(column.type())));
      }
    }
    return rows;
  }
}
