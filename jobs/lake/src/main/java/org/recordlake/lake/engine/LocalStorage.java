package org.recordlake.lake.engine;

import io.delta.storage.LocalLogStore;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager;

/**
 * The disk of this machine. Hadoop's own class, of which this is the rest, starts another program
 * for every permission it sets or tells; in a night of small tables that is some thousand times a
 * few milliseconds.
 *
 * <p>What is made in a folder that only its owner may look into is its owner's alone as well.
 */
public class LocalStorage extends LocalFileSystem {
  private static final String OTHERS = "------";
  private static final FileAttribute<?> CLOSED =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx" + OTHERS));
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  public LocalStorage() {
    super(new InProcess());
  }

  /**
   * Spark settings that make it the storage of local paths, and have Delta's log and its checksums
   * written through it: their usual ways look for symbolic links, with another program again.
   */
  public static Map<String, String> settings() {
    return Map.of(
        "spark.hadoop.fs.file.impl", LocalStorage.class.getName(),
        "spark.delta.logStore.file.impl", LocalLogStore.class.getName(),
        "spark.sql.streaming.checkpointFileManagerClass",
            FileSystemBasedCheckpointFileManager.class.getName());
  }

  private static final class InProcess extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      if (!POSIX || permission.getStickyBit()) {
        super.setPermission(path, permission);
        return;
      }
      java.nio.file.Path file = pathToFile(path).toPath();
      Files.setPosixFilePermissions(
          file,
          PosixFilePermissions.fromString(
              isClosed(file.getParent())
                  ? permission.toString().substring(0, 3) + OTHERS
                  : permission.toString()));
    }

    @Override
    protected boolean mkOneDirWithMode(Path path, File folder, FsPermission permission)
        throws IOException {
      if (!POSIX || !isClosed(folder.toPath().getParent())) {
        return super.mkOneDirWithMode(path, folder, permission);
      }
      // Closed from the first moment: what another task makes in it meanwhile asks how it is.
      try {
        Files.createDirectory(folder.toPath(), CLOSED);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    }

    private static boolean isClosed(java.nio.file.Path folder) throws IOException {
      return folder != null
          && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)).endsWith(OTHERS);
    }

    /** Without owner and group, which nobody asks for. */
    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      FileStatus found = super.getFileStatus(path);
      return POSIX
          ? new FileStatus(
              found.getLen(),
              found.isDirectory(),
              found.getReplication(),
              found.getBlockSize(),
              found.getModificationTime(),
              found.getAccessTime(),
              permission(path),
              null,
              null,
              found.getPath())
          : found;
    }

    private FsPermission permission(Path path) throws IOException {
      try {
        return FsPermission.valueOf(
            "-"
                + PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(pathToFile(path).toPath())));
      } catch (NoSuchFileException e) {
        throw (IOException) new FileNotFoundException(path + " is gone").initCause(e);
      }
    }
  }
}
