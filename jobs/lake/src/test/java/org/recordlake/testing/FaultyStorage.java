package org.recordlake.testing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.recordlake.lake.engine.LocalStorage;

/**
 * The disk of this machine, which a test can have fail from a chosen change on: as if the program
 * had been killed there, or as if the disk had become full. Reading goes on.
 */
public final class FaultyStorage extends LocalStorage {
  /** What can be changed on a disk. */
  private enum Change {
    WRITE,
    RENAME,
    DELETE
  }

  /** How the disk fails. */
  public enum Fault {
    /** Nothing is changed any more; what was half written stays so. */
    KILLED("the program was killed", change -> true),
    /** Nothing is written any more; deleting and renaming still work. */
    FULL("No space left on device", change -> change == Change.WRITE);

    private final String message;
    private final Predicate<Change> hits;

    Fault(String message, Predicate<Change> hits) {
      this.message = message;
      this.hits = hits;
    }
  }

  private static String below = "/nothing";
  private static Fault fault;
  private static int left;
  private static int changes;

  /** From now on the disk works, and changes below {@code folder} are counted. */
  public static synchronized void count(java.nio.file.Path folder) {
    below = folder.toUri().getPath();
    fault = null;
    changes = 0;
  }

  /** Has every change below {@code folder} that the fault hits fail, after {@code good} others. */
  public static synchronized void failAfter(java.nio.file.Path folder, Fault how, int good) {
    count(folder);
    fault = how;
    left = good;
  }

  /** From now on the disk works. */
  public static synchronized void mend() {
    fault = null;
  }

  /** Files written, renamed and deleted since the count began. */
  public static synchronized int changes() {
    return changes;
  }

  private static synchronized void on(Path path, Change change) throws IOException {
    if (!path.toUri().getPath().startsWith(below)) {
      return;
    }
    changes++;
    if (fault != null && fault.hits.test(change) && --left < 0) {
      throw new IOException(fault.message);
    }
  }

  private static synchronized void onMore(Path path) throws IOException {
    boolean failed = fault != null && left < 0 && fault.hits.test(Change.WRITE);
    if (failed && path.toUri().getPath().startsWith(below)) {
      throw new IOException(fault.message);
    }
  }

  /** Counted when a file is closed: a file that fails is there, and is not whole. */
  private static FSDataOutputStream watched(FSDataOutputStream made, Path path) throws IOException {
    OutputStream watched =
        new FilterOutputStream(made) {
          private boolean closed;

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            onMore(path);
            out.write(bytes, offset, length);
          }

          @Override
          public void close() throws IOException {
            if (closed) {
              return;
            }
            closed = true;
            try {
              on(path, Change.WRITE);
            } finally {
              out.close();
            }
          }
        };
    return new FSDataOutputStream(watched, null);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    onMore(path);
    return watched(
        super.create(path, permission, overwrite, buffer, replication, block, progress), path);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    on(to, Change.RENAME);
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    on(path, Change.DELETE);
    return super.delete(path, recursive);
  }
}
