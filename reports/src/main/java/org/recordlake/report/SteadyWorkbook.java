package org.recordlake.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Takes the clock out of an exported workbook, so that the same data gives the same bytes, and
 * words two things the way ECMA-376 has them: a boolean cell holds 0 or 1, and a filter's range is
 * relative.
 */
final class SteadyWorkbook {
  private static final String SHEETS = "xl/worksheets/sheet";

  /** The earliest time a zip file can hold. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private SteadyWorkbook() {}

  static byte[] of(byte[] exported) {
    ByteArrayOutputStream steady = new ByteArrayOutputStream(exported.length);
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(exported));
        ZipOutputStream to = new ZipOutputStream(steady)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        ZipEntry fixed = new ZipEntry(entry.getName());
        fixed.setTimeLocal(EPOCH);
        to.putNextEntry(fixed);
        to.write(
            entry.getName().startsWith(SHEETS) ? strict(from.readAllBytes()) : from.readAllBytes());
        to.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return steady.toByteArray();
  }

  /**
   * Texts are in a part of their own, so nothing from the data can look like the markup replaced
   * here.
   */
  private static byte[] strict(byte[] sheet) {
    return new String(sheet, StandardCharsets.UTF_8)
        .replace("t=\"b\"><v>true</v>", "t=\"b\"><v>1</v>")
        .replace("t=\"b\"><v>false</v>", "t=\"b\"><v>0</v>")
        .replaceAll(
            "<autoFilter ref=\"\\$([A-Z]+)\\$(\\d+):\\$([A-Z]+)\\$(\\d+)\"",
            "<autoFilter ref=\"$1$2:$3$4\"")
        .getBytes(StandardCharsets.UTF_8);
  }
}
