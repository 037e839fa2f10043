package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.testing.SharedSpark;

/** Disposal destroys files of the media folder and no others, whatever a row says. */
class MediaPathTest {
  private static final String TODAY = "2026-11-22";

  @TempDir Path folder;

  @Test
  void aRowThatNamesAFileOutsideTheMediaFolderStopsTheDisposal() throws IOException {
    SmallLake lake = new SmallLake(folder);
    Path outside = folder.resolve("lake/precious");
    Files.createDirectories(folder.resolve("lake/media"));
    Files.writeString(outside, "not a recording");
    lake.store("meeting_media", media("MM-1", "../precious"), media("MM-2", "plain"));

    assertThatThrownBy(() -> lake.run(TODAY, new RetentionDelete()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_CHECKS))
        .hasMessageContaining("1 row(s) to destroy name a media file that does not lie in");
    assertThat(outside).exists();
    assertThat(lake.keys("meeting_media")).containsExactly("MM-1", "MM-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../precious", "/etc/passwd", "a/b", "a\\b", "..", ".", ".hidden", "", " "})
  void suchANameLeadsAstray(String name) {
    assertThat(astray(name)).isTrue();
  }

  @Test
  void theNamesIngestGivesDoNot() {
    assertThat(Stream.of("0f3a9c.png", "9b-77_x.mp4", "a..b")).noneMatch(MediaPathTest::astray);
  }

  private static boolean astray(String name) {
    return SharedSpark.session()
        .createDataset(List.of(name), Encoders.STRING())
        .select(MediaFiles.leadsAstray(functions.col("value")))
        .first()
        .getBoolean(0);
  }

  private static Map<String, Object> media(String id, String file) {
    return Map.of("media_id", id, "meeting_date", "2020-01-01", "file_name", file);
  }
}
