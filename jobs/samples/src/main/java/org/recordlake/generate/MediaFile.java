package org.recordlake.generate;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Makes a small valid file to go with a row: a PNG with an invented pattern, or a WAV with a short
 * tone. The PNG is not compressed, for a compressor's bytes differ between systems.
 */
final class MediaFile {
  private static final int SIDE = 16;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private MediaFile() {}

  /** The bytes belong to the file's name and the seed. */
  static byte[] bytes(long seed, String name) {
    Dice dice = Dice.of(seed, "media-file:" + name);
    try {
      return name.endsWith(".png") ? png(dice) : wav(dice);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] png(Dice dice) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(PNG);
    chunk(out, "IHDR", new byte[] {0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 0, 0, 0, 0});
    chunk(out, "IDAT", stored(pattern(dice)));
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  /** Grey rows, each behind its filter byte 0; the left half is mirrored to the right. */
  private static byte[] pattern(Dice dice) {
    byte[] pixels = new byte[SIDE * (SIDE + 1)];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE / 2; x++) {
        byte shade = (byte) (64 * dice.below(4));
        pixels[y * (SIDE + 1) + 1 + x] = shade;
        pixels[y * (SIDE + 1) + SIDE - x] = shade;
      }
    }
    return pixels;
  }

  /** A zlib stream (RFC 1950) of one stored block (RFC 1951). */
  private static byte[] stored(byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Adler32 sum = new Adler32();
    sum.update(data);
    out.write(new byte[] {0x78, 0x01, 0x01});
    out.writeShort(Short.reverseBytes((short) data.length));
    out.writeShort(Short.reverseBytes((short) ~data.length));
    out.write(data);
    out.writeInt((int) sum.getValue());
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }

  /** Mono, 8 bits, 8 kHz, a twentieth of a second. */
  private static byte[] wav(Dice dice) throws IOException {
    int samples = 400;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes("RIFF");
    out.writeInt(Integer.reverseBytes(36 + samples));
    out.writeBytes("WAVEfmt ");
    out.writeInt(Integer.reverseBytes(16));
    out.writeInt(Integer.reverseBytes(0x00010001));
    out.writeInt(Integer.reverseBytes(8000));
    out.writeInt(Integer.reverseBytes(8000));
    out.writeInt(Integer.reverseBytes(0x00080001));
    out.writeBytes("data");
    out.writeInt(Integer.reverseBytes(samples));
    int period = dice.between(8, 40);
    for (int i = 0; i < samples; i++) {
      out.writeByte(i % period < period / 2 ? 160 + dice.below(8) : 96 + dice.below(8));
    }
    return bytes.toByteArray();
  }
}
