package org.recordlake.ingest.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;

/** Tells a damaged packed file from a storage that fails. */
public final class Unpacking {
  private Unpacking() {}

  /** {@link UnreadableFile} where the file itself is damaged, else {@code e}. */
  public static RuntimeException failure(UncheckedIOException e) {
    return failure(e.getCause());
  }

  /** {@link UnreadableFile} where the file itself is damaged, else {@code e}, unchecked. */
  public static RuntimeException failure(IOException e) {
    boolean damaged = e instanceof ZipException || e instanceof EOFException;
    return damaged
        ? new UnreadableFile("the packed file is damaged or cut off", e)
        : new UncheckedIOException(e);
  }
}
