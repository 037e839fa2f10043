package org.recordlake.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.job.Progress;
import org.recordlake.lake.Lake;
import org.recordlake.lake.PseudonymFunction;
import org.recordlake.protect.Keys;
import org.recordlake.protect.Protector;

/**
 * A lake and a landing folder below a temporary folder, with the shipped configuration, for tests
 * of jobs.
 */
public final class TestRun {
  private static final Protector PROTECTOR = Keys.temporary();
  private static final Catalog SHIPPED = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  private final Path folder;
  private final Map<String, String> overrides = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private Catalog catalog = SHIPPED;
  private Protector keys = PROTECTOR;
  private LocalDate asOf = LocalDate.of(2026, 11, 22);
  private int runs;
  private Path settings = ProjectFolder.conf().resolve("recordlake.yaml");

  public TestRun(Path folder) {
    this.folder = folder;
    overrides.put("lake", folder.resolve("lake").toString());
    overrides.put("landing.folder", folder.resolve("landing").toString());
    overrides.put("keys.location", folder.resolve("keys.json").toString());
    overrides.put("timeZone", "America/New_York");
    SharedSpark.session();
    PseudonymFunction.register(SharedSpark.session(), PROTECTOR);
  }

  /** Changes a setting for the runs that follow. */
  public TestRun with(String key, String value) {
    overrides.put(key, value);
    return this;
  }

  public TestRun with(Catalog other) {
    catalog = other;
    return this;
  }

  public TestRun with(Protector otherKeys) {
    keys = otherKeys;
    return this;
  }

  public TestRun asOf(String date) {
    asOf = LocalDate.parse(date);
    return this;
  }

  /** Drops a file into {@code landing/<path>}. */
  public TestRun drop(String path, String... lines) {
    return drop(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public TestRun drop(String path, byte[] bytes) {
    try {
      Path file = folder.resolve("landing").resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Describes a source in {@code conf/sources/<name>.yaml} for the runs that follow. */
  public TestRun source(String name, String... lines) {
    return configured("sources/" + name + ".yaml", lines);
  }

  /** Writes a file of the conf folder for the runs that follow. */
  public TestRun configured(String path, String... lines) {
    try {
      Path conf = folder.resolve("conf");
      Path file = conf.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
      if (!Files.exists(conf.resolve("recordlake.yaml"))) {
        Files.copy(
            ProjectFolder.conf().resolve("recordlake.yaml"), conf.resolve("recordlake.yaml"));
      }
      settings = conf.resolve("recordlake.yaml");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plans and executes {@code job} as the runner would, without lock and ledger. */
  public <P extends JobPlan> JobResult run(Job<P> job) {
    JobContext context = context();
    return job.execute(job.plan(context), context);
  }

  public JobContext context() {
    return context(JobOptions.DEFAULT);
  }

  public JobContext context(JobOptions options) {
    Settings settings = SettingsLoader.load(this.settings, overrides);
    Clock clock = Clock.fixed(Instant.parse(asOf + "T12:00:00Z").plusSeconds(runs), ZoneOffset.UTC);
    Lake lake = new Lake(SharedSpark.session(), settings.lake(), catalog);
    return new JobContext(
        settings, catalog, lake, asOf, clock, "test-run-" + runs++, progress(), keys, options);
  }

  public Dataset<Row> table(String name) {
    return context().lake().read(name);
  }

  public Path lakeFolder() {
    return folder.resolve("lake");
  }

  /** What the runs told people. */
  public List<String> notes() {
    return notes;
  }

  private Progress progress() {
    return new Progress() {
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
      public void note(String line) {
        notes.add(line);
      }
    };
  }
}
