package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.sources.DeltaSQLConf$;
import org.apache.spark.sql.internal.SQLConf$;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.config.LockedSettings;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.testing.Bytes;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

@DisplayName("A Spark session")
class SparkSessionsTest {
  private static final String SUBMITTED = "spark.io.encryption.enabled";
  private static final String CANARY = "Ms-Canary-Bird";

  private final SparkSession session = SharedSpark.session();

  @AfterEach
  void nothingSubmitted() {
    System.clearProperty(SUBMITTED);
  }

  @Test
  @DisplayName("writes nothing to disk that could be read there")
  void spill() throws IOException {
    JavaRDD<String> rows =
        JavaSparkContext.fromSparkContext(session.sparkContext())
            .parallelize(List.of(CANARY, CANARY + "-2"), 1)
            .persist(StorageLevel.DISK_ONLY());
    assertThat(rows.count()).isEqualTo(2);
    File[] folders = SparkEnv.get().blockManager().diskBlockManager().localDirs();
    assertThat(SparkEnv.get().blockManager().diskBlockManager().getAllBlocks().size()).isPositive();
    for (File folder : folders) {
      assertThat(Bytes.filesContaining(Path.of(folder.getPath()), CANARY)).isEmpty();
    }
    rows.unpersist(true);
  }

  @Test
  @DisplayName("refuses a submission that sets a locked setting otherwise")
  void submitted() {
    System.setProperty(SUBMITTED, "false");
    Failure failure = catchThrowableOfType(Failure.class, () -> SparkSessions.open(settings()));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(failure)
        .hasMessageStartingWith(SparkSessions.SUBMISSION + " at spark.io.encryption.enabled: ");
    System.setProperty(SUBMITTED, "true");
    assertThat(SparkSessions.open(settings())).isNotNull();
  }

  @Test
  @DisplayName("has the locked settings, which its Spark knows by these names")
  void locked() {
    assertThat(DeltaSQLConf$.MODULE$).as("makes its settings known").isNotNull();
    assertThat(SparkSessions.needed()).isEqualTo(LockedSettings.values());
    SparkSessions.needed()
        .forEach(
            (name, value) ->
                assertThat(SharedSpark.session().conf().get(name)).as(name).isEqualTo(value));
    assertThat(LockedSettings.values().keySet())
        .filteredOn(name -> name.startsWith("spark.sql.") || name.startsWith("spark.databricks."))
        .filteredOn(name -> !name.startsWith("spark.databricks.delta.properties.defaults."))
        .filteredOn(name -> !name.equals("spark.sql.catalog.spark_catalog"))
        .allSatisfy(name -> assertThat(SQLConf$.MODULE$.getConfigEntry(name)).isNotNull());
  }

  private static Settings settings() {
    return SettingsLoader.load(ProjectFolder.conf().resolve("recordlake.yaml"), Map.of());
  }
}
