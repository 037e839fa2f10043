package org.recordlake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A ZIP archive of dropped files; each entry is a file of its own. */
final class Archive {
  private static final int ENTRIES = 10_000;

  private Archive() {}

  /**
   * A file in an archive.
   *
   * @param size bytes, unpacked
   */
  record Entry(String name, long size, String sha256) {}

  /** Whether a file of this name is an archive; a workbook is one only inside. */
  static boolean isArchive(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /**
   * The files in {@code in}, read once through.
   *
   * @throws ZipException if it is no whole archive, or holds more than {@link #ENTRIES} files
   */
  static List<Entry> entries(InputStream in) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (isFile(entry)) {
          entries.add(hashed(entry.getName(), zip));
        }
        if (entries.size() > ENTRIES) {
          throw new ZipException("more than " + ENTRIES + " files");
        }
      }
    } catch (IllegalArgumentException e) {
      throw (ZipException) new ZipException("names in an unknown encoding").initCause(e);
    }
    if (entries.isEmpty()) {
      throw new ZipException("no file in it");
    }
    return entries;
  }

  /** The bytes of one file in the archive {@code in}. */
  static InputStream entry(InputStream in, String name) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(name)) {
        return zip;
      }
    }
    zip.close();
    throw new ZipException("the entry is gone");
  }

  static Entry hashed(String name, InputStream bytes) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
      }
      return new Entry(name, size, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static boolean isFile(ZipEntry entry) {
    String name = entry.getName();
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !entry.isDirectory() && !last.startsWith(".") && !name.startsWith("__MACOSX/");
  }
}
