package org.recordlake.scan;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Folders of this machine. */
public final class LocalFolder implements ScanRoot {
  private final String name;
  private final Path folder;
  private final List<Path> lookedAt;

  private LocalFolder(String name, Path folder, List<Path> lookedAt) {
    this.name = name;
    this.folder = folder;
    this.lookedAt = lookedAt;
  }

  /**
   * Each of the folders once: what lies in another of them is left to that.
   *
   * @param folders by the name they have in results
   */
  public static List<ScanRoot> of(Map<String, Path> folders) {
    Map<String, Path> real = new LinkedHashMap<>();
    folders.forEach((name, folder) -> real.put(name, real(folder)));
    List<Path> lookedAt = List.copyOf(real.values());
    List<ScanRoot> roots = new ArrayList<>();
    List<Path> taken = new ArrayList<>();
    real.forEach(
        (name, folder) -> {
          boolean within =
              lookedAt.stream()
                  .anyMatch(other -> !other.equals(folder) && folder.startsWith(other));
          if (!within && !taken.contains(folder)) {
            taken.add(folder);
            roots.add(new LocalFolder(name, folder, lookedAt));
          }
        });
    return roots;
  }

  /**
   * A folder of this machine, as settings name it.
   *
   * @param place a path or an address
   * @return empty if it is an address of other storage
   */
  public static Optional<Path> local(String place) {
    if (place.startsWith("file:")) {
      return Optional.of(Path.of(URI.create(place).getPath()));
    }
    return place.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
        ? Optional.empty()
        : Optional.of(Path.of(place));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Entry> list(String path) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder.resolve(path))) {
      for (Path child : (Iterable<Path>) children::iterator) {
        entries.add(entry(child));
      }
    }
    return entries;
  }

  @Override
  public SeekableByteChannel open(String file) throws IOException {
    return Files.newByteChannel(folder.resolve(file));
  }

  private Entry entry(Path path) throws IOException {
    BasicFileAttributes is =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Type type =
        is.isDirectory()
            ? Type.FOLDER
            : is.isRegularFile() ? Type.FILE : is.isSymbolicLink() ? link(path) : Type.OTHER;
    return new Entry(path.getFileName().toString(), type, is.size());
  }

  private Type link(Path path) {
    Path target = real(path);
    boolean known = !Files.exists(target) || lookedAt.stream().anyMatch(target::startsWith);
    return known ? Type.LINK : Type.LINK_OUT;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      return path.toAbsolutePath().normalize();
    }
  }
}
