package org.recordlake.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ways in which files are damaged; the same seed damages alike. */
public final class Damage {
  private static final byte[] NO_TEXT = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF};

  private final Random random;

  public Damage(long seed) {
    this.random = new Random(seed);
  }

  /** {@code file} damaged in one to four ways. */
  public byte[] to(byte[] file) {
    byte[] damaged = file;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      damaged = damaged.length < 8 ? damaged : once(damaged);
    }
    return damaged;
  }

  /** {@code workbook} with one of its sheets damaged, packed again. */
  public byte[] toASheet(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = MadeWorkbook.parts(workbook);
    List<String> sheets = parts.keySet().stream().filter(name -> name.contains("sheets/")).toList();
    String one = sheets.get(random.nextInt(sheets.size()));
    parts.put(one, once(parts.get(one)));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return packed.toByteArray();
  }

  private byte[] once(byte[] file) {
    int at = random.nextInt(file.length);
    int length = Math.min(file.length - at, 1 + random.nextInt(60));
    return switch (random.nextInt(15)) {
      case 0 -> replaced(file, at, 1, new byte[] {(byte) random.nextInt(256)});
      case 1 -> replaced(file, at, length, new byte[0]);
      case 2 -> replaced(file, at, 0, Arrays.copyOfRange(file, at, at + length));
      case 3 -> Arrays.copyOf(file, at);
      case 4 -> replaced(file, at, 0, new byte[1 + random.nextInt(4)]);
      case 5 -> replaced(file, at, 0, NO_TEXT);
      case 6 -> replaced(file, at, 0, text("\""));
      case 7 -> replaced(file, at, 0, text("\r\n"));
      case 8 -> replaced(file, at, length, text("9".repeat(length)));
      case 9 -> swapped(file, ',', new char[] {';', '\t', '|', ' '}[random.nextInt(4)]);
      case 10 -> swapped(file, '\n', random.nextBoolean() ? '\r' : ' ');
      case 11 -> digits(file);
      case 12 -> linesTwice(file);
      case 13 -> lineTwice(file, at);
      default -> lineGone(file, at);
    };
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] replaced(byte[] file, int at, int length, byte[] with) {
    byte[] result = new byte[file.length - length + with.length];
    System.arraycopy(file, 0, result, 0, at);
    System.arraycopy(with, 0, result, at, with.length);
    System.arraycopy(file, at + length, result, at + with.length, file.length - at - length);
    return result;
  }

  private static byte[] swapped(byte[] file, char from, char to) {
    byte[] result = file.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = result[i] == (byte) from ? (byte) to : result[i];
    }
    return result;
  }

  private byte[] digits(byte[] file) {
    byte[] result = file.clone();
    for (int i = 0; i < result.length; i++) {
      if (result[i] >= '0' && result[i] <= '9' && random.nextInt(20) == 0) {
        result[i] = (byte) ('0' + random.nextInt(10));
      }
    }
    return result;
  }

  private byte[] linesTwice(byte[] file) {
    byte[] result = new byte[0];
    for (int from = 0; from < file.length; from = lineAt(file, from)[1]) {
      byte[] line = Arrays.copyOfRange(file, from, lineAt(file, from)[1]);
      result = replaced(result, result.length, 0, line);
      result = random.nextInt(4) == 0 ? replaced(result, result.length, 0, line) : result;
    }
    return result;
  }

  /** {@code file} with the line twice that lies at {@code at}. */
  public static byte[] lineTwice(byte[] file, int at) {
    int[] line = lineAt(file, at);
    return replaced(file, line[0], 0, Arrays.copyOfRange(file, line[0], line[1]));
  }

  /** {@code file} without the line that lies at {@code at}. */
  public static byte[] lineGone(byte[] file, int at) {
    int[] line = lineAt(file, at);
    return replaced(file, line[0], line[1] - line[0], new byte[0]);
  }

  /** {@code file} with the last figure or letter of the line at {@code at} made nonsense. */
  public static byte[] cellGarbled(byte[] file, int at) {
    int[] line = lineAt(file, at);
    int place = line[1] - 1;
    while (place > line[0] && !Character.isLetterOrDigit(file[place])) {
      place--;
    }
    return replaced(file, place, 1, text("~?"));
  }

  /** {@code file} with a quote before the second field of the line at {@code at}. */
  public static byte[] fieldOpened(byte[] file, int at) {
    int[] line = lineAt(file, at);
    int place = line[0];
    while (place < line[1] && ",;\t|".indexOf(file[place]) < 0) {
      place++;
    }
    return replaced(file, place < line[1] ? place + 1 : line[0], 0, text("\""));
  }

  private static int[] lineAt(byte[] file, int at) {
    int from = at;
    while (from > 0 && file[from - 1] != '\n') {
      from--;
    }
    int to = at;
    while (to < file.length && file[to] != '\n') {
      to++;
    }
    return new int[] {from, Math.min(file.length, to + 1)};
  }
}
