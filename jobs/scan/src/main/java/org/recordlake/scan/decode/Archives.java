package org.recordlake.scan.decode;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Archives and compressed files. Their own bytes are looked at as well: names, comments, rests. */
final class Archives {
  /** Parts of office documents, whose names say nothing of anybody. */
  private static final Pattern OFFICE =
      Pattern.compile("(xl|word|ppt|docProps|_rels)/[A-Za-z0-9_./-]+");

  private static final int ZSTD = 0x28;
  private static final int MEMORY_KB = 256 << 10;

  private Archives() {}

  static void zip(Content content, String where, Examiner examiner) throws IOException {
    examiner.bytes(content, where, false);
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(content.channel()).get()) {
      int number = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        number++;
        String name = entry.getName();
        String place = Examiner.in(where, place(name, number));
        examiner.text(name, Examiner.in(place, "name"));
        if (entry.getGeneralPurposeBit().usesEncryption()) {
          examiner.unread(place, "encrypted entry of an archive");
        } else if (!zip.canReadEntryData(entry)) {
          examiner.unread(place, "unknown compression");
        } else if (!entry.isDirectory()) {
          examiner.inner(unpacked(name, examiner, () -> zip.getInputStream(entry)), place);
        }
      }
    }
  }

  static void tar(Content content, String where, Examiner examiner) throws IOException {
    examiner.bytes(content, where, false);
    try (TarFile tar = new TarFile(content.channel())) {
      List<TarArchiveEntry> entries = tar.getEntries();
      for (int i = 0; i < entries.size(); i++) {
        TarArchiveEntry entry = entries.get(i);
        String place = Examiner.in(where, "entry " + (i + 1));
        examiner.text(entry.getName(), Examiner.in(place, "name"));
        if (entry.isFile()) {
          examiner.inner(
              unpacked(entry.getName(), examiner, () -> tar.getInputStream(entry)), place);
        }
      }
    }
  }

  static void compressed(Content content, String where, Examiner examiner) throws IOException {
    examiner.bytes(content, where, false);
    String name = content.name().replaceFirst("\\.[A-Za-z0-9]+$", "");
    examiner.inner(unpacked(name, examiner, () -> decompressed(content.stream())), where);
  }

  private static Content unpacked(
      String name, Examiner examiner, Content.Opener<InputStream> opener) {
    return Content.unpacked(
        name, examiner.limits().memory(), () -> examiner.counted(opener.open()));
  }

  private static InputStream decompressed(InputStream in) throws IOException {
    BufferedInputStream packed = new BufferedInputStream(in);
    packed.mark(1);
    int first = packed.read();
    packed.reset();
    try {
      return first == ZSTD
          ? new ZstdInputStream(packed)
          : new CompressorStreamFactory(true, MEMORY_KB).createCompressorInputStream(packed);
    } catch (CompressorException e) {
      throw new Refusal("unknown compression");
    }
  }

  private static String place(String name, int number) {
    return OFFICE.matcher(name).matches() ? name : "entry " + number;
  }
}
