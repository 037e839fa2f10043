package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.problem.Failure;
import org.recordlake.testing.Bytes;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.WrittenRows;

/** A deletion vector would leave a deleted value in the file it lies in. */
@DisplayName("deletion vectors")
class DeletionVectorsTest {
  private static final String TABLE = "events";
  private static final String BY_DEFAULT =
      "spark.databricks.delta.properties.defaults.enableDeletionVectors";
  private static final String OF_DELETE =
      "spark.databricks.delta.delete.deletionVectors.persistent";

  @TempDir Path folder;

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private Lake lake;

  @AfterEach
  void asTheProgramSetsThem() {
    Map<String, String> needed = SparkSessions.needed();
    for (String name : List.of(BY_DEFAULT, OF_DELETE)) {
      if (needed.containsKey(name)) {
        SharedSpark.session().conf().set(name, needed.get(name));
      } else {
        SharedSpark.session().conf().unset(name);
      }
    }
  }

  @Test
  void areOffInEveryNewTableWhateverTheClusterSwitchesOn() throws IOException {
    SharedSpark.session().conf().set(BY_DEFAULT, "true");
    for (String how : List.of("by its first rows", "without rows")) {
      open(how);
      if (how.equals("without rows")) {
        lake.replace(TABLE, lake.read(TABLE), "none");
      }
      add(4);
      assertThat(log()).contains("\"delta.enableDeletionVectors\":\"false\"");
      deletingMakesNone();
    }
  }

  @Test
  void areNotMadeByDeletingEvenWhereATableWasSwitchedToThem() throws IOException {
    open("switched");
    add(4);
    switchOn();
    deletingMakesNone();
  }

  @Test
  void ofSomebodyElseStopTheRunBeforeItTrustsTheFiles() throws IOException {
    open("foreign");
    add(4);
    switchOn();
    SharedSpark.session().conf().set(OF_DELETE, "true");
    SharedSpark.session()
        .sql("DELETE FROM delta.`" + lake.location(TABLE) + "` WHERE event_id = 'E1'");
    assertThat(log()).contains("\"deletionVector\":{");
    assertThatThrownBy(() -> lake.purge(TABLE))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("deletion vector");
    assertThatThrownBy(() -> lake.read(TABLE)).isInstanceOf(Failure.class);
  }

  private void open(String place) {
    lake = new Lake(SharedSpark.session(), folder.resolve(place).toString(), catalog);
  }

  private void add(int rows) {
    Dataset<Row> none = lake.read(TABLE);
    assertThat(none.count()).isZero();
    new WrittenRows(lake, catalog)
        .add(
            TABLE,
            IntStream.rangeClosed(1, rows)
                .mapToObj(i -> Map.of("event_id", "E" + i, "name", name(i)))
                .toList());
  }

  private void switchOn() {
    SharedSpark.session()
        .sql(
            "ALTER TABLE delta.`"
                + lake.location(TABLE)
                + "` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')");
  }

  /** So different from the others that no compression writes one in parts of another. */
  private static String name(int row) {
    return Integer.toHexString(row * 0x9E3779B1);
  }

  private void deletingMakesNone() throws IOException {
    lake.deleteByKeys(TABLE, lake.read(TABLE).where("event_id = 'E2'").select("event_id"));
    assertThat(lake.read(TABLE).count()).isEqualTo(3);
    assertThat(log()).contains("\"MERGE\"").doesNotContain("\"deletionVector\":{");
    lake.purge(TABLE);
    assertThat(Bytes.filesContaining(Path.of(lake.root()), name(2))).isEmpty();
    assertThat(Bytes.filesContaining(Path.of(lake.root()), name(3))).isNotEmpty();
  }

  private String log() throws IOException {
    StringBuilder text = new StringBuilder();
    Path commits = Path.of(lake.location(TABLE), "_delta_log");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(commits, "*.json")) {
      for (Path file : files) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}
