package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.testing.SharedSpark;

@DisplayName("Models that work on much")
class TaskSizingTest {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";

  @Test
  @DisplayName("are cut into many tasks")
  void manyTasks() {
    SparkSession spark = session(Map.of(ADAPTIVE, "true", PARTITIONS, "2"));
    TaskSizing.in(spark);
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo("64");
  }

  @Test
  @DisplayName("keep the number of tasks that the installation chose, and so does small work")
  void chosenOtherwise() {
    assertKeeps(session(Map.of(ADAPTIVE, "true", PARTITIONS, "8")), "8");
    assertKeeps(session(Map.of(ADAPTIVE, "false", PARTITIONS, "2")), "2");
  }

  private static void assertKeeps(SparkSession spark, String partitions) {
    TaskSizing.in(spark);
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo(partitions);
  }

  private static SparkSession session(Map<String, String> settings) {
    SparkSession spark = SharedSpark.session().newSession();
    RuntimeConfig conf = spark.conf();
    settings.forEach(conf::set);
    return spark;
  }
}
