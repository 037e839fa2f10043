package org.recordlake.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies, from whichever module's folder a test was started. */
public final class ProjectFolder {
  private ProjectFolder() {}

  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("conf").resolve("catalog"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  public static Path conf() {
    return root().resolve("conf");
  }
}
