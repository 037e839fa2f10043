package org.recordlake.lake;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, asking Java what it otherwise starts programs for where its native
 * library is not installed: {@code chmod} for each file written and {@code readlink} eight times
 * for each file renamed, which came to two thousand processes in a night on little data.
 */
public final class LocalFiles extends LocalFileSystem {
  /** Opened by Hadoop. */
  public LocalFiles() {
    super(new Raw());
  }

  /** The same for Hadoop's other interface to files, through which Delta commits. */
  public static final class Context extends ChecksumFs {
    /** Opened by Hadoop. */
    public Context(URI root, Configuration configuration) throws IOException, URISyntaxException {
      super(new RawContext(configuration));
    }
  }

  private static final class RawContext extends DelegateToFileSystem {
    RawContext(Configuration configuration) throws IOException, URISyntaxException {
      super(
          FsConstants.LOCAL_FS_URI,
          new Raw(),
          configuration,
          FsConstants.LOCAL_FS_URI.getScheme(),
          false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public boolean isValidName(String name) {
      // A local file may be named with a colon.
      return true;
    }
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      if (permission.getStickyBit()
          || !Files.getFileStore(file).supportsFileAttributeView("posix")) {
        super.setPermission(path, permission);
        return;
      }
      Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
      grant(
          granted,
          permission.getUserAction(),
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);
      grant(
          granted,
          permission.getGroupAction(),
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);
      grant(
          granted,
          permission.getOtherAction(),
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(file, granted);
    }

    private static void grant(
        Set<PosixFilePermission> granted,
        FsAction action,
        PosixFilePermission read,
        PosixFilePermission write,
        PosixFilePermission execute) {
      if (action.implies(FsAction.READ)) {
        granted.add(read);
      }
      if (action.implies(FsAction.WRITE)) {
        granted.add(write);
      }
      if (action.implies(FsAction.EXECUTE)) {
        granted.add(execute);
      }
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
      return Files.isSymbolicLink(pathToFile(path).toPath())
          ? super.getFileLinkStatus(path)
          : getFileStatus(path);
    }
  }
}
