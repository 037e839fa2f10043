package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.WrittenRows;

class PurgeTest {
  private static final String TABLE = "events";

  @TempDir Path folder;

  private Lake lake;

  @BeforeEach
  void oneFile() {
    Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    lake = new Lake(SharedSpark.session(), folder.toString(), catalog);
    new WrittenRows(lake, catalog).add(TABLE, Map.of("event_id", "E1"));
  }

  @Test
  void aStrangersFileIsLeftOverThoughNumberAndSizeOfTheFilesAreRight() throws IOException {
    Path live = Path.of(lake.location(TABLE), lake.committedFiles(TABLE).iterator().next());
    Path stranger = live.resolveSibling("stranger.parquet");
    Files.move(live, stranger);
    assertThat(lake.leftovers(TABLE).bytes()).isEqualTo(Files.size(stranger));
    lake.purge(TABLE);
    assertThat(stranger).doesNotExist();
  }

  @Test
  void filesOfTheLatestVersionStayAndNothingElseDoes() throws IOException {
    Path table = Path.of(lake.location(TABLE));
    Files.createDirectories(table.resolve("_staging"));
    Files.writeString(table.resolve("_staging/part"), "left");
    Files.writeString(table.resolve(".hidden"), "left");
    Files.writeString(table.resolve("_delta_log/.0.json.tmp"), "left");
    assertThat(lake.purge(TABLE).files()).isEqualTo(3);
    assertThat(table.resolve("_staging")).doesNotExist();
    assertThat(lake.read(TABLE).count()).isEqualTo(1);
    assertThat(lake.leftovers(TABLE)).isEqualTo(Purge.Result.NOTHING);
  }
}
