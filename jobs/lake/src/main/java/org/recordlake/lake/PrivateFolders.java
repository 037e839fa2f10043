package org.recordlake.lake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recordlake.config.Settings;
import org.recordlake.lake.engine.LocalStorage;

/**
 * The folders of a lake on this machine's disk into which only their owner may look. What is made
 * in a closed folder is closed as well, see {@link LocalStorage}. Marts and the analysts' reports
 * stay as open as the system makes them; elsewhere, on S3 for one, the storage's own rules decide.
 */
public final class PrivateFolders {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private static final List<String> ZONES =
      List.of("records", "governance", "media", "landing", "disposals");

  private PrivateFolders() {}

  /**
   * Makes those that are missing and closes those that are open.
   *
   * @return those that stay open, since they are not ours to close
   */
  public static List<Path> close(Settings settings) {
    List<Path> open = new ArrayList<>();
    for (Path folder : of(settings)) {
      try {
        Files.createDirectories(folder);
        if (isOpen(folder)) {
          Files.setPosixFilePermissions(folder, OWNER);
        }
      } catch (IOException e) {
        open.add(folder);
      }
    }
    return open;
  }

  /** Those that are there and open to others. */
  public static List<Path> open(Settings settings) {
    return of(settings).stream().filter(PrivateFolders::isOpen).toList();
  }

  /** Without the lake's own landing zone where other systems drop their files into it. */
  private static List<Path> of(Settings settings) {
    if (!POSIX) {
      return List.of();
    }
    Optional<Path> dropped = local(settings.landing().uri());
    Stream<Path> zones =
        local(settings.lake()).stream()
            .flatMap(lake -> ZONES.stream().map(lake::resolve))
            .filter(zone -> dropped.filter(zone::equals).isEmpty());
    Stream<Path> reports =
        local(settings.reportsUri()).map(root -> root.resolve("restricted")).stream();
    return Stream.concat(zones, reports).toList();
  }

  private static boolean isOpen(Path folder) {
    try {
      return Files.exists(folder) && !OWNER.containsAll(Files.getPosixFilePermissions(folder));
    } catch (IOException unknown) {
      return true;
    }
  }

  private static Optional<Path> local(String uri) {
    if (uri.startsWith("file:")) {
      return Optional.of(Path.of(URI.create(uri).getPath()).toAbsolutePath().normalize());
    }
    return uri.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
        ? Optional.empty()
        : Optional.of(Path.of(uri).toAbsolutePath().normalize());
  }
}
