package org.recordlake.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The stretches a file is read in. Those of a big one are looked for while it is being copied. */
final class Stretches {
  private final LandedFile file;
  private final CompletableFuture<List<Split>> found;

  private Stretches(LandedFile file, CompletableFuture<List<Split>> found) {
    this.file = file;
    this.found = found;
  }

  /** Looks for stretches of a file. */
  @FunctionalInterface
  interface Search {
    List<Split> run() throws IOException;
  }

  static Stretches whole(LandedFile file) {
    return new Stretches(file, CompletableFuture.completedFuture(List.of(Split.WHOLE)));
  }

  /** Begins to look for them. */
  static Stretches sought(LandedFile file, Search search) {
    return new Stretches(
        file,
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return search.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
  }

  /** All of them, as soon as they are found. */
  List<Split> found() {
    try {
      return found.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException unreadable) {
        throw Layouts.unreadable(file, unreadable.getCause());
      }
      throw e;
    }
  }
}
