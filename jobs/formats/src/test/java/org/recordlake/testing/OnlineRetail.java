package org.recordlake.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The daily files of UCI Online Retail (Chen, 2015) out of one archive. */
public final class OnlineRetail {
  private OnlineRetail() {}

  /** Each day's bytes by the file's name, in the order of the days. */
  public static Map<String, byte[]> days(Path archive) throws IOException {
    Map<String, byte[]> days = new TreeMap<>();
    try (InputStream packed = Files.newInputStream(archive);
        TarArchiveInputStream files = new TarArchiveInputStream(new GZIPInputStream(packed))) {
      for (TarArchiveEntry entry = files.getNextEntry();
          entry != null;
          entry = files.getNextEntry()) {
        if (!entry.isDirectory()) {
          days.put(Path.of(entry.getName()).getFileName().toString(), files.readAllBytes());
        }
      }
    }
    return days;
  }
}
