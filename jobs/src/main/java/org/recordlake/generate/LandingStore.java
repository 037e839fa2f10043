package org.recordlake.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Where files are written: a local folder without Hadoop's checksum files beside them, or any file
 * system Hadoop knows.
 */
interface LandingStore {
  /** Opens the file at this path below the root, in place of one that was there. */
  OutputStream create(String path) throws IOException;

  /**
   * The store of a folder or URI; the settings are those of Hadoop and count for remote systems
   * only.
   */
  static LandingStore of(String root, Map<String, String> settings) {
    boolean local = !root.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*") || root.startsWith("file:");
    return local
        ? local(root.startsWith("file:") ? Path.of(URI.create(root)) : Path.of(root))
        : remote(root, settings);
  }

  private static LandingStore local(Path root) {
    return path -> {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      return Files.newOutputStream(file);
    };
  }

  private static LandingStore remote(String root, Map<String, String> settings) {
    Configuration configuration = new Configuration();
    settings.forEach(configuration::set);
    return path -> {
      org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(root, path);
      return FileSystem.get(file.toUri(), configuration).create(file, true);
    };
  }
}
