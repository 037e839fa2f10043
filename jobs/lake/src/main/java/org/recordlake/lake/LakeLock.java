package org.recordlake.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.recordlake.problem.Failure;

/**
 * Lets one run at a time write a lake on local disk. It is a lock of the operating system on {@code
 * <lake>/_lock}, which ends with its process however that dies; the run id inside the file only
 * tells who holds it, or who died holding it.
 */
public final class LakeLock implements AutoCloseable {
  private static final int LONGEST_RUN_ID = 200;

  private final FileChannel channel;
  private final FileLock lock;
  private final Optional<String> deadHolder;

  private LakeLock(FileChannel channel, FileLock lock, Optional<String> deadHolder) {
    this.channel = channel;
    this.lock = lock;
    this.deadHolder = deadHolder;
  }

  /**
   * @param lakeFolder local root of the lake; made if missing
   * @param runId who wants to hold it
   * @throws Failure (locked) if another run holds it, (storage) if the folder cannot be written
   */
  public static LakeLock acquire(Path lakeFolder, String runId) {
    Path file = lakeFolder.resolve("_lock");
    try {
      Files.createDirectories(lakeFolder);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Optional<FileLock> lock = tryLock(channel);
      Optional<String> holder = read(channel);
      if (lock.isEmpty()) {
        channel.close();
        throw Failure.locked(
            "run " + holder.orElse("(unknown)") + " holds the lake",
            lakeFolder.toString(),
            "Wait for it to end, then run again");
      }
      write(channel, runId);
      return new LakeLock(channel, lock.get(), holder);
    } catch (IOException e) {
      throw Failure.storage(
          "the lake cannot be locked",
          file.toString(),
          "Check that the folder exists and may be written",
          e);
    }
  }

  /** The run that died while it held the lake, if the one before this did. */
  public Optional<String> deadHolder() {
    return deadHolder;
  }

  @Override
  public void close() {
    try (channel) {
      channel.truncate(0);
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  private static Optional<String> read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LONGEST_RUN_ID);
    channel.read(buffer, 0);
    String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static void write(FileChannel channel, String runId) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(runId.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }
}
