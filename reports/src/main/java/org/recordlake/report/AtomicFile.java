package org.recordlake.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Stores a file so that a reader sees the old one or the new one, never half of either. In a folder
 * that only its owner may look into, the file is its owner's alone from its first byte.
 */
final class AtomicFile {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<?> CLOSED =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private AtomicFile() {}

  static void write(Path target, byte[] bytes) {
    Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
    try {
      Files.createDirectories(target.getParent());
      Files.deleteIfExists(draft);
      Files.createFile(draft, attributes(target.getParent()));
      Files.write(draft, bytes);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ReportException(
          "Cannot write report file", target.toString(), "Check the folder and its space.", e);
    }
  }

  private static FileAttribute<?>[] attributes(Path folder) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    return view != null && OWNER.containsAll(view.readAttributes().permissions())
        ? new FileAttribute<?>[] {CLOSED}
        : new FileAttribute<?>[0];
  }
}
