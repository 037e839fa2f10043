package org.recordlake.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.ProjectFolder;

@DisplayName("The committed samples")
class DataSamplesTest {
  private static final Path ROOT = ProjectFolder.root();
  private static final String NEXT_DAY = "jobs/samples/src/test/resources/next-day";

  /** With -Dsamples.write=true the committed files are made anew before they are compared. */
  @BeforeAll
  static void writeIfAsked() throws IOException {
    if (Boolean.getBoolean("samples.write")) {
      SampleLake.main(new String[] {ROOT.toString()});
    }
  }

  @Test
  @DisplayName("are byte for byte what the generator and the plants make")
  void areWhatTheGeneratorMakes(@TempDir Path fresh) throws IOException {
    SampleLake.writeSamples(fresh);
    same(fresh, ROOT.resolve("data-samples"));
  }

  @Test
  @DisplayName("of the next day are byte for byte what is made from them")
  void nextDayIsWhatIsMade(@TempDir Path fresh) throws IOException {
    SampleLake.writeNextDay(fresh);
    same(fresh, ROOT.resolve(NEXT_DAY));
  }

  private static void same(Path fresh, Path committed) throws IOException {
    assertThat(files(committed)).isEqualTo(files(fresh));
    for (String file : files(fresh)) {
      assertThat(committed.resolve(file)).as(file).hasSameBinaryContentAs(fresh.resolve(file));
    }
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
