package org.recordlake.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.recordlake.doctor.Finding.Fault;
import org.recordlake.doctor.Finding.Fine;
import org.recordlake.doctor.Finding.Warning;
import org.recordlake.problem.ExitCode;

/** Whether the places a run reads and writes are there. Makes nothing. */
final class Folders {
  private static final long LEAST_MB = 200;
  private static final long COMFORTABLE_MB = 2000;

  private Folders() {}

  /** Whether {@code uri} can be written, or made where it does not exist yet. */
  static Finding writable(String subject, String uri) {
    return local(subject, uri, folder -> writable(subject, folder));
  }

  static Finding readable(String subject, String uri) {
    return local(
        subject,
        uri,
        folder ->
            Files.isDirectory(folder) && Files.isReadable(folder)
                ? new Fine(subject, folder + " can be read")
                : new Fault(
                    subject,
                    folder + " is no readable folder",
                    "Make it, or name another with --landing or landing.folder",
                    ExitCode.STORAGE));
  }

  static Finding space(String subject, String uri) {
    return local(subject, uri, folder -> space(subject, existing(folder)));
  }

  private static Finding writable(String subject, Path folder) {
    Path existing = existing(folder);
    if (Files.isDirectory(existing) && Files.isWritable(existing)) {
      return new Fine(
          subject, folder + (existing.equals(folder) ? " can be written" : " can be made"));
    }
    return new Fault(
        subject,
        existing + (Files.isDirectory(existing) ? " may not be written" : " is no folder"),
        "Correct its rights, or name another place for '" + subject + "'",
        ExitCode.STORAGE);
  }

  private static Finding space(String subject, Path existing) {
    try {
      long freeMb = Files.getFileStore(existing).getUsableSpace() >> 20;
      String text = freeMb + " MB free at " + existing;
      if (freeMb < LEAST_MB) {
        return new Fault(subject, text, "Free some space", ExitCode.STORAGE);
      }
      return freeMb < COMFORTABLE_MB
          ? new Warning(subject, text, "Free some space before it runs out")
          : new Fine(subject, text);
    } catch (IOException e) {
      return new Warning(subject, "free space at " + existing + " is unknown", "Look yourself");
    }
  }

  private static Path existing(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing;
  }

  private static Finding local(String subject, String uri, Function<Path, Finding> look) {
    return path(uri)
        .map(look)
        .orElseGet(() -> new Fine(subject, uri + " is remote; the first run will show"));
  }

  private static Optional<Path> path(String uri) {
    if (uri.startsWith("file:")) {
      return Optional.of(Path.of(URI.create(uri).getPath()));
    }
    return uri.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") ? Optional.empty() : Optional.of(Path.of(uri));
  }
}
