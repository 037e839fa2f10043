package org.recordlake.lake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.SharedSpark;

/** Rows that are committed later, held against those that Delta's public writer commits at once. */
class StagedFilesTest {
  private static final StructType SCHEMA =
      new StructType().add("id", "string", false).add("day", "date").add("name", "string");
  private static final Map<String, String> PROPERTIES =
      Map.of("delta.dataSkippingStatsColumns", "day", "delta.enableDeletionVectors", "false");

  @TempDir Path folder;

  @Test
  void theLogSaysOfThemWhatItSaysOfRowsWrittenThePublicWay() throws IOException {
    staged("staged");
    written("public");

    assertThat(actions("staged", "add").get(0).get("stats"))
        .isEqualTo(actions("public", "add").get(0).get("stats"));
    assertThat(actions("staged", "protocol")).isEqualTo(actions("public", "protocol"));
    for (String field : List.of("schemaString", "configuration", "partitionColumns", "format")) {
      assertThat(actions("staged", "metaData").get(0).get(field))
          .isEqualTo(actions("public", "metaData").get(0).get(field));
    }
    assertThat(SharedSpark.session().read().format("delta").load(at("staged")).collectAsList())
        .isEqualTo(SharedSpark.session().read().format("delta").load(at("public")).collectAsList());
  }

  @Test
  void theLogSaysOfReplacedFilesWhatItSaysOfThosePubliclyOverwritten() throws IOException {
    staged("staged");
    List<StagedFiles.OldFile> old =
        NotedFile.of(SharedSpark.session(), at("staged")).stream()
            .map(file -> new StagedFiles.OldFile(file.path(), file.bytes()))
            .toList();
    try (StagedFiles files = files("staged", Optional.empty())) {
      files.commitInsteadOf(old, Optional.of("note"));
    }
    written("public");
    rows()
        .write()
        .format("delta")
        .mode("overwrite")
        .option("userMetadata", "note")
        .save(at("public"));

    assertThat(actions("staged", "remove")).hasSize(1);
    assertThat(comparable(actions("staged", "remove").get(0)))
        .isEqualTo(comparable(actions("public", "remove").get(0)));
    assertThat(actions("staged", "remove").get(0).get("path"))
        .isIn(actions("staged", "add").stream().map(add -> add.get("path")).toList());
    assertThat(actions("staged", "commitInfo"))
        .extracting(info -> info.path("operationParameters").path("mode").asText())
        .containsExactlyInAnyOrder("Append", "Overwrite");
    assertThat(actions("staged", "commitInfo"))
        .extracting(info -> info.path("userMetadata").asText())
        .contains("note");
    assertThat(SharedSpark.session().read().format("delta").load(at("staged")).collectAsList())
        .isEqualTo(SharedSpark.session().read().format("delta").load(at("public")).collectAsList());
  }

  /** Without what differs from file to file. */
  private static JsonNode comparable(JsonNode action) {
    return ((ObjectNode) action.deepCopy()).without(List.of("path", "deletionTimestamp", "size"));
  }

  private void written(String name) {
    io.delta.tables.DeltaTable.create(SharedSpark.session())
        .location(at(name))
        .addColumns(SCHEMA)
        .property("delta.dataSkippingStatsColumns", "day")
        .property("delta.enableDeletionVectors", "false")
        .execute();
    rows().write().format("delta").mode("append").save(at(name));
  }

  private void staged(String name) {
    StagedFiles.NewTable table = new StagedFiles.NewTable("", PROPERTIES);
    try (StagedFiles files = files(name, Optional.of(table))) {
      assertThat(files.rows().count()).isEqualTo(2);
      files.commit();
    }
  }

  private StagedFiles files(String name, Optional<StagedFiles.NewTable> table) {
    StagedFiles.Target target = new StagedFiles.Target(at(name), SCHEMA, table);
    return StagedFiles.write(SharedSpark.session(), target, rows(), () -> {});
  }

  private Dataset<Row> rows() {
    return SharedSpark.session()
        .createDataFrame(
            List.of(
                RowFactory.create("1", java.sql.Date.valueOf("2026-01-31"), "secret"),
                RowFactory.create("2", java.sql.Date.valueOf("2026-03-01"), "hidden")),
            SCHEMA)
        .coalesce(1);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private List<JsonNode> actions(String name, String kind) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> commits = Files.list(folder.resolve(name).resolve("_delta_log"))) {
      List<JsonNode> found = new java.util.ArrayList<>();
      for (Path commit : commits.filter(file -> file.toString().endsWith(".json")).toList()) {
        for (String line : Files.readAllLines(commit)) {
          JsonNode action = json.readTree(line).path(kind);
          if (!action.isMissingNode()) {
            found.add(action);
          }
        }
      }
      return found;
    }
  }
}
