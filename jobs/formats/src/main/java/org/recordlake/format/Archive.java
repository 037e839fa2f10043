package org.recordlake.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A ZIP archive of dropped files; each entry is a file of its own. It is taken whole or not at all:
 * of a damaged one nobody can say what else was in it.
 */
public final class Archive {
  private static final int ENTRIES = 10_000;

  private Archive() {}

  /**
   * A file in an archive.
   *
   * @param size bytes, unpacked
   */
  public record Entry(String name, long size, String sha256) {}

  /** Whether a file of this name is an archive; a workbook is one only inside. */
  public static boolean isArchive(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /**
   * The files in {@code in}, read once through.
   *
   * @throws UnreadableFile if it is no whole archive, is protected by a password, holds no file or
   *     more than {@link #ENTRIES}, or unpacks to far more than files do
   */
  public static List<Entry> entries(InputStream in) throws IOException {
    try (ArchiveBytes packed = new ArchiveBytes(in);
        Entries zip = new Entries(packed)) {
      List<Entry> entries = entries(zip, packed);
      if (entries.isEmpty()) {
        throw new UnreadableFile("the archive holds no file");
      }
      return entries;
    } catch (IllegalArgumentException e) {
      throw new UnreadableFile("the archive names its files in an unknown encoding", e);
    } catch (ZipException | EOFException e) {
      throw new UnreadableFile("the archive is damaged or cut off", e);
    }
  }

  private static List<Entry> entries(Entries zip, ArchiveBytes packed) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int seen = 0;
    long unpacked = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      seen++;
      if (isFile(entry)) {
        long before = unpacked;
        Entry file =
            hashed(entry.getName(), zip, size -> Unpacking.bound(before + size, packed.count()));
        entries.add(file);
        unpacked += file.size();
      }
      if (seen > ENTRIES) {
        throw new UnreadableFile("the archive holds more than " + ENTRIES + " files");
      }
    }
    if (seen > 0 && !packed.endsAfter(seen)) {
      throw new ZipException("the list of its files is missing or another");
    }
    return entries;
  }

  /** The bytes of one file in the archive {@code in}. */
  public static InputStream entry(InputStream in, String name) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(name)) {
        return zip;
      }
    }
    zip.close();
    throw new ZipException("the entry is gone");
  }

  public static Entry hashed(String name, InputStream bytes) throws IOException {
    return hashed(name, bytes, size -> {});
  }

  /** Looks at how much was read. */
  private interface Check {
    void of(long size) throws IOException;
  }

  private static Entry hashed(String name, InputStream bytes, Check check) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
        check.of(size);
      }
      return new Entry(name, size, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Entries one after the other. The JDK says in words alone that one is encrypted. */
  private static final class Entries extends ZipInputStream {
    private static final int FLAGS_AT = 6;

    Entries(InputStream packed) {
      super(packed);
    }

    /**
     * @throws UnreadableFile if the next one is encrypted (APPNOTE 4.4.4, bit 0)
     */
    @Override
    public ZipEntry getNextEntry() throws IOException {
      closeEntry();
      byte[] header = in.readNBytes(FLAGS_AT + 1);
      ((PushbackInputStream) in).unread(header);
      if (Encodings.starts(header, 'P', 'K', 3, 4)
          && header.length > FLAGS_AT
          && (header[FLAGS_AT] & 1) == 1) {
        throw new UnreadableFile("the archive is protected by a password");
      }
      return super.getNextEntry();
    }
  }

  private static boolean isFile(ZipEntry entry) {
    String name = entry.getName();
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !entry.isDirectory() && !last.startsWith(".") && !name.startsWith("__MACOSX/");
  }
}
