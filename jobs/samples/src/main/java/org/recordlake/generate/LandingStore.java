package org.recordlake.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Where files are written: a local folder, without Hadoop's checksum files beside them, or any file
 * system Hadoop knows.
 */
interface LandingStore {
  /** Opens the file at this path below the root, in place of one that was there. */
  OutputStream create(String path) throws IOException;

  /** Whether nothing lies below the root yet. */
  boolean empty() throws IOException;

  /**
   * The store of a folder or URI; the settings are those of Hadoop and count for remote systems
   * only.
   */
  static LandingStore of(String root, Map<String, String> settings) {
    if (!local(root)) {
      return Remote.of(root, settings);
    }
    return new Local(root.startsWith("file:") ? Path.of(URI.create(root)) : Path.of(root));
  }

  static boolean local(String root) {
    return root.startsWith("file:") || !root.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
  }

  /** A folder of this machine, or one that all machines of a cluster share. */
  record Local(Path root) implements LandingStore {
    @Override
    public OutputStream create(String path) throws IOException {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      return Files.newOutputStream(file);
    }

    @Override
    public boolean empty() throws IOException {
      if (!Files.exists(root)) {
        return true;
      }
      try (Stream<Path> files = Files.list(root)) {
        return files.findAny().isEmpty();
      }
    }
  }

  /** A folder of an object store or another file system of Hadoop's. */
  record Remote(FileSystem system, org.apache.hadoop.fs.Path root) implements LandingStore {
    static Remote of(String root, Map<String, String> settings) {
      Configuration configuration = new Configuration();
      settings.forEach(configuration::set);
      org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(root);
      try {
        return new Remote(FileSystem.get(folder.toUri(), configuration), folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public OutputStream create(String path) throws IOException {
      return system.create(new org.apache.hadoop.fs.Path(root, path), true);
    }

    @Override
    public boolean empty() throws IOException {
      return !system.exists(root) || system.listStatus(root).length == 0;
    }
  }
}
