package org.recordlake.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recordlake.problem.Problem;

@DisplayName("A locked setting")
class LockedSettingsTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "spark.io.encryption.enabled, true",
    "spark.sql.session.timeZone, UTC",
    "spark.databricks.delta.retentionDurationCheck.enabled, true",
    "spark.databricks.delta.properties.defaults.enableDeletionVectors, false",
    "spark.databricks.delta.properties.defaults.enableChangeDataFeed, false",
    "spark.databricks.delta.delete.deletionVectors.persistent, false",
    "spark.databricks.delta.update.deletionVectors.persistent, false",
    "spark.databricks.delta.merge.deletionVectors.persistent, false",
    "spark.sql.files.ignoreCorruptFiles, false",
    "spark.sql.files.ignoreMissingFiles, false",
    "spark.databricks.delta.stats.collect, true",
    "spark.databricks.delta.stats.skipping, true",
    "spark.eventLog.enabled, false",
    "spark.sql.debug.maxToStringFields, 0",
    "spark.sql.extensions, io.delta.sql.DeltaSparkSessionExtension",
    "spark.sql.catalog.spark_catalog, org.apache.spark.sql.delta.catalog.DeltaCatalog",
    "spark.sql.legacy.parameterSubstitution.constantsOnly, true",
    "spark.sql.legacy.timeParserPolicy, CORRECTED",
    "spark.sql.ansi.enabled, true"
  })
  void holds(String name, String value) {
    assertThat(LockedSettings.values()).containsEntry(name, value);
    assertThat(problems(name, "something else")).hasSize(1);
    assertThat(problems(name, value)).isEmpty();
  }

  @Test
  @DisplayName("is refused with its place, the reason and the mend")
  void told() {
    assertThat(
            LockedSettings.problems(
                Map.of("spark.io.encryption.enabled", "false"), "spark-defaults.conf"))
        .extracting(Problem::toString)
        .containsExactly(
            "spark-defaults.conf at spark.io.encryption.enabled: this setting is locked, since"
                + " spill and shuffle files hold personal rows for a while. Take it out there, or"
                + " say true.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.IO.encryption.ENABLED",
        " spark.io.encryption.enabled ",
        "spark.hadoop.spark.io.encryption.enabled",
        "spark.sql.session.timezone",
        "Spark.Hadoop.spark.sql.session.timeZone"
      })
  @DisplayName("is known by other spellings of its name")
  void spelling(String name) {
    assertThat(problems(name, "false")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.io.encryption.commons.config.cipher",
        "spark.sql.ansi.relationPrecedence",
        "spark.sql.legacy.castComplexTypesToString.enabled",
        "spark.databricks.delta.properties.defaults.appendOnly",
        "spark.databricks.delta.stats.limitPushdown.enabled"
      })
  @DisplayName("may be one of a family of which nothing can be set")
  void family(String name) {
    assertThat(problems(name, "true"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.mend()).isEqualTo("Take it out there"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.sql.shuffle.partitions",
        "spark.databricks.delta.snapshotPartitions",
        "spark.hadoop.fs.s3a.endpoint",
        "spark.eventLog.dir",
        "spark.master"
      })
  @DisplayName("is not every other")
  void free(String name) {
    assertThat(problems(name, "4")).isEmpty();
  }

  private static List<Problem> problems(String name, String value) {
    return LockedSettings.problems(Map.of(name, value), "here");
  }
}
