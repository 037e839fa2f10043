package org.recordlake.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.recordlake.problem.Failure;

/**
 * The SQL that names tables of a notice. A file below the {@code conf} folder, beside the catalogue
 * it belongs to, goes before the one of the same path that comes with the program for the notice it
 * is shipped with.
 */
public final class SqlFiles {
  private SqlFiles() {}

  /**
   * @param conf folder of the configuration; empty for what comes with the program
   * @param path such as {@code sql/marts/customer_value.sql}
   */
  public static Optional<String> find(Optional<Path> conf, String path) {
    Optional<Path> own = conf.map(folder -> folder.resolve(path)).filter(Files::isRegularFile);
    try (InputStream in =
        own.isPresent()
            ? Files.newInputStream(own.get())
            : SqlFiles.class.getClassLoader().getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /**
   * @throws Failure (configuration) if there is no such file
   */
  public static String read(Optional<Path> conf, String path) {
    return find(conf, path)
        .orElseThrow(
            () ->
                Failure.configuration(
                    "there is no SQL file for what the catalogue names",
                    conf.map(folder -> folder.resolve(path).toString()).orElse(path),
                    "Add the file, or correct the name where it is read"));
  }

  /** For a run. */
  public static String read(JobContext context, String path) {
    return read(Optional.of(context.settings().confFolder()), path);
  }
}
