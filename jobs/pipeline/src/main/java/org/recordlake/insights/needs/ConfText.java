package org.recordlake.insights.needs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recordlake.model.ModelParameters;

/** The text of a file in the conf folder, on which the rows of a stage depend. */
final class ConfText {
  private ConfText() {}

  static String of(ModelParameters parameters, String file) {
    Path path = parameters.confFolder().resolve(file);
    try {
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
