package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.lake.engine.StagedFiles;
import org.recordlake.testing.Bytes;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

class LakeTest {
  private static final String TABLE = "events";

  @TempDir Path folder;

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @Test
  void aTableThatIsNotThereYetHasNoRowsAndTheCataloguesColumns() {
    Lake lake = lake();
    assertThat(lake.read(TABLE).count()).isZero();
    assertThat(lake.read(TABLE).columns())
        .containsExactly(SparkTypes.schema(catalog.table(TABLE)).fieldNames());
    assertThat(lake.version(TABLE)).isEqualTo(-1);
  }

  @Test
  void mergeReplacesRowsOfTheSameKeyAndAddsTheOthers() {
    Lake lake = lake();
    lake.append(TABLE, events("one", 1, 2));
    lake.merge(TABLE, events("two", 2, 3));
    assertThat(lake.read(TABLE).select("event_id", "name").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[E1,one]", "[E2,two]", "[E3,two]");
  }

  @Test
  void aTableMadeByItsFirstRowsIsAsOneMadeWithoutRows() {
    Lake lake = lake();
    lake.append(TABLE, events("one", 1, 2));
    Lake other = new Lake(SharedSpark.session(), folder + "/other", catalog);
    other.replace(TABLE, events("one", 1, 2), "same");
    assertThat(lake.version(TABLE)).isZero();
    assertThat(description(lake)).isEqualTo(description(other));
  }

  private static String description(Lake lake) {
    DeltaTable table = DeltaTable.forPath(lake.spark(), lake.location(TABLE));
    return table
            .detail()
            .selectExpr(
                "description",
                "array_sort(map_entries(properties))",
                "partitionColumns",
                "minReaderVersion",
                "minWriterVersion",
                "tableFeatures")
            .first()
        + table.toDF().schema().json();
  }

  @Test
  void filesStagedAndNotCommittedAreNoPartOfTheTableAndAreDestroyed() throws Exception {
    Lake lake = lake();
    for (String given : List.of("secretone", "secrettwo")) {
      try (StagedFiles staged = lake.stage(TABLE, events(given, 1, 2))) {
        assertThat(staged.rows().count()).isEqualTo(2);
        assertThat(Bytes.filesContaining(folder, given)).isNotEmpty();
      }
      assertThat(Bytes.filesContaining(folder, given)).isEmpty();
      lake.append(TABLE, events("kept", 7, 8));
      assertThat(lake.leftovers(TABLE)).isEqualTo(Purge.Result.NOTHING);
    }
    assertThat(lake.read(TABLE).count()).isEqualTo(4);
  }

  @Test
  void filesOfATableThatARunWasKilledBeforeItMadeArePurged() throws Exception {
    Lake lake = lake();
    lake.stage(TABLE, events("secretword", 1, 2));
    assertThat(lake.exists(TABLE)).isFalse();
    assertThat(lake.leftovers(TABLE).files()).isPositive();
    lake.purge(TABLE);
    assertThat(Bytes.filesContaining(folder, "secretword")).isEmpty();
    assertThat(lake.leftovers(TABLE)).isEqualTo(Purge.Result.NOTHING);
  }

  @Test
  void appendNewLeavesKnownKeysAlone() {
    Lake lake = lake();
    lake.append(TABLE, events("one", 1, 2));
    lake.appendNew(TABLE, events("two", 2, 3));
    assertThat(lake.read(TABLE).select("event_id", "name").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[E1,one]", "[E2,one]", "[E3,two]");
  }

  @Test
  void deletedAndReplacedRowsLeaveNoFileBehindOnceTheTableIsPurged() throws Exception {
    Lake lake = lake();
    lake.append(TABLE, events("secretword", 1, 2));
    lake.append(TABLE, events("other", 3, 3));
    lake.deleteByKeys(TABLE, events("x", 1, 2).select("event_id"));
    assertThat(lake.read(TABLE).count()).isEqualTo(1);
    Purge.Result purged = lake.purge(TABLE);
    assertThat(purged.files()).isPositive();
    assertThat(lake.read(TABLE).count()).isEqualTo(1);
    assertThat(Bytes.filesContaining(folder, "secretword")).isEmpty();
    assertThat(Bytes.filesContaining(folder, "other")).isNotEmpty();
  }

  @Test
  void rowsAreDeletedByTheirKeysWhereDeltaNotedTheFiles() {
    Lake lake = lake();
    twoFilesOfRows(lake);
    rowsAreDeletedByTheirKeys(lake);
  }

  @Test
  void rowsAreDeletedByTheirKeysWhereTheNoteIsLost() throws IOException {
    Lake lake = lake();
    twoFilesOfRows(lake);
    Path log = Path.of(lake.location(TABLE), "_delta_log");
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(log, "*.crc")) {
      for (Path note : notes) {
        Files.delete(note);
      }
    }
    DeltaLog.clearCache();
    rowsAreDeletedByTheirKeys(lake);
  }

  private void twoFilesOfRows(Lake lake) {
    lake.append(TABLE, events("one", 1, 2).coalesce(1));
    lake.append(TABLE, events("two", 3, 4).coalesce(1));
  }

  private void rowsAreDeletedByTheirKeys(Lake lake) {
    lake.deleteByKeys(TABLE, events("x", 2, 2).union(events("x", 8, 9)).select("event_id"));
    assertThat(lake.deletedByKeys(TABLE, 2)).isTrue();
    assertThat(lake.deletedByKeys(TABLE, 1)).isFalse();
    assertThat(lake.read(TABLE).select("event_id", "name").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[E1,one]", "[E3,two]", "[E4,two]");
    assertThat(lake.committedFiles(TABLE)).hasSize(2);
  }

  @Test
  void whatStandsInNoRowLeavesTheTableAsItIs() {
    Lake lake = lake();
    lake.append(TABLE, events("one", 1, 2));
    lake.deleteByKeys(TABLE, events("x", 7, 8).select("event_id"));
    lake.deleteByKeys(TABLE, events("x", 1, 2).select("event_id").limit(0));
    assertThat(lake.version(TABLE)).isZero();
  }

  @Test
  void rowsReadAreThoseOfTheVersionThatWasRead() {
    Lake lake = lake();
    lake.append(TABLE, events("one", 1, 2));
    Dataset<Row> read = lake.read(TABLE);
    lake.append(TABLE, events("two", 3, 3));
    assertThat(read.count()).isEqualTo(2);
    assertThat(lake.read(TABLE).count()).isEqualTo(3);
  }

  @Test
  void replaceNotesItsFingerprintWithTheRows() {
    Lake lake = lake();
    assertThat(lake.fingerprint(TABLE)).isEmpty();
    lake.replace(TABLE, events("one", 1, 2), "print-1");
    assertThat(lake.fingerprint(TABLE)).contains("print-1");
  }

  @Test
  void replaceNotesItsFingerprintEvenWithoutRows() {
    Lake lake = lake();
    Dataset<Row> nothing = lake.read(TABLE);
    lake.replace(TABLE, nothing, "print-1");
    lake.replace(TABLE, nothing, "print-2");
    assertThat(lake.fingerprint(TABLE)).contains("print-2");
    lake.replace(TABLE, events("one", 1, 2), "print-3");
    assertThat(lake.read(TABLE).count()).isEqualTo(2);
    lake.replace(TABLE, nothing, "print-4");
    assertThat(lake.read(TABLE).count()).isZero();
    assertThat(lake.fingerprint(TABLE)).contains("print-4");
  }

  @Test
  void aColumnTheCatalogueGainedIsEmptyUntilRowsBringItAndThenGrowsIn() {
    Lake lake = lake();
    events("old", 1, 1).drop("city").write().format("delta").save(lake.location(TABLE));
    assertThat(lake.read(TABLE).select("event_id", "city").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[E1,null]");
    lake.append(TABLE, events("new", 2, 2));
    assertThat(lake.read(TABLE).select("event_id", "city").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[E1,null]", "[E2,City]");
  }

  @Test
  void aTableOfManyFilesIsReadByDeltaAndGivesTheSameRows() {
    Lake lake = lake();
    lake.append(TABLE, events("few", 1, 1));
    lake.append(TABLE, events("many", 2, 201).repartition(50));
    assertThat(lake.committedFiles(TABLE)).hasSizeGreaterThan(32);
    Dataset<Row> read = lake.read(TABLE);
    lake.deleteByKeys(TABLE, events("x", 2, 201).select("event_id"));
    assertThat(read.select("event_id").distinct().count()).isEqualTo(201);
    assertThat(lake.read(TABLE).select("event_id", "city").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[E1,City]");
  }

  @Test
  void aLakeMayLieInAFolderWhoseNameLooksLikeAPattern() {
    Lake lake = new Lake(SharedSpark.session(), folder + "/lake[1]{a,b}", catalog);
    lake.append(TABLE, events("one", 1, 2));
    assertThat(lake.read(TABLE).count()).isEqualTo(2);
  }

  private Lake lake() {
    return new Lake(SharedSpark.session(), folder.toString(), catalog);
  }

  private Dataset<Row> events(String name, int first, int last) {
    Date day = Date.valueOf("2026-01-01");
    List<Row> rows =
        IntStream.rangeClosed(first, last)
            .mapToObj(
                i ->
                    RowFactory.create(
                        "E" + i,
                        name,
                        "conference",
                        day,
                        day,
                        "Hall",
                        "City",
                        "personnel",
                        "0".repeat(64),
                        day,
                        null))
            .toList();
    return SharedSpark.session().createDataFrame(rows, SparkTypes.schema(catalog.table(TABLE)));
  }
}
