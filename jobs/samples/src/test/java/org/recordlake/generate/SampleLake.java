package org.recordlake.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Makes the samples that newcomers start with, and the files of the day after for the test of a
 * second night. Run with the root of the repository as its argument, it writes both; {@link
 * DataSamplesTest} holds what is committed against it.
 */
final class SampleLake {
  static final long SEED = 890_000;
  static final int CUSTOMERS = 300;
  static final int MONTHS = 40;
  static final LocalDate END_ON = LocalDate.of(2026, 11, 22);

  private SampleLake() {}

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    writeSamples(root.resolve("data-samples"));
    writeNextDay(root.resolve("jobs/samples/src/test/resources/next-day"));
  }

  static SampleFolder samples() {
    SampleFolder folder = new SampleFolder(SEED);
    GeneratedLake lake = new GeneratedLake(SEED, new Timeline(END_ON, MONTHS), CUSTOMERS);
    for (int cohort = 0; cohort < lake.cohortCount(); cohort++) {
      lake.write(cohort, folder::add);
    }
    SamplePlants.plant(folder);
    return folder;
  }

  static void writeSamples(Path target) throws IOException {
    SampleFolder folder = samples();
    folder.write(target);
    Files.writeString(target.resolve("README.md"), SampleReadme.text(folder));
  }

  static void writeNextDay(Path target) throws IOException {
    NextDay.folder(samples()).write(target);
  }
}
