package org.recordlake.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Stores a file so that a reader sees the old one or the new one, never half of either. */
final class AtomicFile {
  private AtomicFile() {}

  static void write(Path target, byte[] bytes) {
    Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
    try {
      Files.createDirectories(target.getParent());
      Files.write(draft, bytes);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ReportException(
          "Cannot write report file", target.toString(), "Check the folder and its space.", e);
    }
  }
}
