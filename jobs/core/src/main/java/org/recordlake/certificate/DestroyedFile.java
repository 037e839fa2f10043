package org.recordlake.certificate;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A file that was destroyed on storage: a line of the list that lies beside a certificate.
 *
 * @param table zone and table
 * @param name path below the table's folder; a token where the name is not one that Delta gives
 * @param sha256 of what was in it, where it was read before
 */
public record DestroyedFile(String table, String name, long bytes, Optional<String> sha256) {
  private static final String HEADER = "table,file,bytes,sha256";
  private static final Comparator<DestroyedFile> ORDER =
      Comparator.comparing(DestroyedFile::table).thenComparing(DestroyedFile::name);

  /** The list of {@code files}, the same bytes in whatever order they come. */
  public static byte[] list(Collection<DestroyedFile> files) {
    return files.stream()
        .sorted(ORDER)
        .map(DestroyedFile::line)
        .collect(joining("\n", HEADER + "\n", files.isEmpty() ? "" : "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #list} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static List<DestroyedFile> read(byte[] list) {
    String[] lines = new String(list, StandardCharsets.UTF_8).split("\n", -1);
    if (!lines[0].equals(HEADER) || !lines[lines.length - 1].isEmpty()) {
      throw new IllegalArgumentException("no list of destroyed files");
    }
    return List.of(lines).subList(1, lines.length - 1).stream().map(DestroyedFile::file).toList();
  }

  private String line() {
    return String.join(",", table, name, Long.toString(bytes), sha256.orElse(""));
  }

  private static DestroyedFile file(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != 4) {
      throw new IllegalArgumentException("no line of a list of destroyed files");
    }
    return new DestroyedFile(
        cells[0],
        cells[1],
        Long.parseLong(cells[2]),
        Optional.of(cells[3]).filter(hash -> !hash.isEmpty()));
  }
}
