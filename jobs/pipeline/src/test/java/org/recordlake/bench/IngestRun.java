package org.recordlake.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.ingest.Ingest;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.job.Progress;
import org.recordlake.lake.Lake;
import org.recordlake.protect.Keys;
import org.recordlake.protect.Protector;
import org.recordlake.testing.ProjectFolder;

/**
 * Ingests of a benchmark under the shipped configuration.
 *
 * @param lake folder of the lake
 * @param landing folder whose sub-folders hold the files
 */
record IngestRun(Path lake, Path landing, LocalDate asOf) {
  private static final Protector KEYS = Keys.temporary();

  Settings settings() {
    Map<String, String> overrides = new HashMap<>();
    overrides.put("lake", lake.toString());
    overrides.put("landing.folder", landing.toString());
    return SettingsLoader.load(ProjectFolder.conf().resolve("recordlake.yaml"), overrides);
  }

  /** Takes in what is new. */
  JobResult ingest(SparkSession spark) {
    JobContext context = context(spark);
    return run(new Ingest(), context);
  }

  JobContext context(SparkSession spark) {
    Settings settings = settings();
    Catalog catalog = CatalogLoader.load(settings.confFolder(), settings.notice());
    return new JobContext(
        settings,
        catalog,
        new Lake(spark, settings.lake(), catalog),
        asOf,
        Clock.systemUTC(),
        "bench",
        new Quiet(),
        KEYS,
        JobOptions.DEFAULT);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static <P extends JobPlan> JobResult run(Job<P> job, JobContext context) {
    return job.execute(job.plan(context), context);
  }

  private static final class Quiet implements Progress {
    @Override
    public Bar start(String task, long total) {
      return new Bar() {
        @Override
        public void step() {}

        @Override
        public void close() {}
      };
    }

    @Override
    public void note(String line) {}
  }
}
