package org.recordlake.format.meeting;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recordlake.testing.ProjectFolder;

/** Real layouts that lie beside the project on some machines. */
final class SharedData {
  private SharedData() {}

  static Path file(String path) {
    Path file = ProjectFolder.root().resolve("../shared/data").resolve(path);
    assumeTrue(Files.exists(file), "the shared samples are not here");
    return file;
  }

  static Export export(String path) throws IOException {
    Path file = file(path);
    return Export.of(file.getFileName().toString(), Files.readAllBytes(file));
  }
}
