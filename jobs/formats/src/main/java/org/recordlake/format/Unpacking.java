package org.recordlake.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.ZipException;

/** Tells a damaged packed file from a storage that fails. */
public final class Unpacking {
  /** Bytes that may be unpacked whatever they came from. */
  private static final long ALWAYS = 64L << 20;

  /** How many times its packed size a file may have; repetitive tables have a hundred times. */
  private static final long MOST = 250;

  private Unpacking() {}

  /**
   * @throws UnreadableFile if so few packed bytes cannot have made so many that are a table
   */
  public static void bound(long unpacked, long packed) {
    if (unpacked > ALWAYS && unpacked / MOST > packed) {
      throw new UnreadableFile("the file unpacks to more than 250 times its size");
    }
  }

  /** What {@code e} says of the file itself; empty if its storage failed, or the program. */
  public static Optional<UnreadableFile> damage(Throwable e) {
    if (e instanceof UnreadableFile file) {
      return Optional.of(file);
    } else if (e instanceof UncheckedIOException) {
      return damage(e.getCause());
    }
    return e instanceof ZipException || e instanceof EOFException
        ? Optional.of(new UnreadableFile("the packed file is damaged or cut off", e))
        : Optional.empty();
  }

  /** {@link UnreadableFile} where the file itself is damaged, else {@code e}, unchecked. */
  public static RuntimeException failure(IOException e) {
    Optional<UnreadableFile> damage = damage(e);
    return damage.isPresent() ? damage.get() : new UncheckedIOException(e);
  }
}
