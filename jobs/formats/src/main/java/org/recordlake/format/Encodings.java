package org.recordlake.format;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.SourceFile.Opener;
import org.recordlake.format.encoding.LegacyText;

/**
 * Tells how a text is encoded: by its byte-order mark, else UTF-16 where every other byte of its
 * beginning is zero, else by the first bytes beyond ASCII, wherever in the text they stand: UTF-8
 * if they are valid as such, else what {@link LegacyText} makes of its words.
 */
public final class Encodings {
  private static final int BEGINNING = 1 << 16;
  private static final int LONGEST_WORD = 64;
  private static final Set<Charset> WIDE =
      Set.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private Encodings() {}

  /** {@code in} as characters, without byte-order mark and without NUL characters. */
  public static Reader reader(InputStream in) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(in, BEGINNING);
    byte[] beginning = stream.readNBytes(BEGINNING);
    Optional<Charset> charset = charset(beginning);
    int mark = charset.map(known -> markLength(beginning, known)).orElse(0);
    stream.unread(beginning, mark, beginning.length - mark);
    Optional<Charset> told = charset.filter(known -> mark > 0 || WIDE.contains(known));
    Reader text =
        told.isPresent() ? new InputStreamReader(stream, told.get()) : new LateCharset(stream);
    return new BufferedReader(new WithoutNuls(text));
  }

  /**
   * The characters of a text's beginning.
   *
   * @param whole the same text from its start, which is looked into where its beginning alone does
   *     not show how it is encoded
   * @throws UnreadableFile if nobody can tell how
   */
  static String beginning(byte[] bytes, Opener whole) throws IOException {
    Reader text;
    if (charset(bytes).isPresent()) {
      text = reader(new ByteArrayInputStream(bytes));
    } else {
      try (InputStream in = whole.open()) {
        int ascii = asciiUntil(bytes, bytes.length);
        in.skipNBytes(ascii);
        Charset charset = LegacyText.charset(lastWord(bytes, ascii), in);
        text = new WithoutNuls(new InputStreamReader(new ByteArrayInputStream(bytes), charset));
      }
    }
    StringWriter characters = new StringWriter();
    text.transferTo(characters);
    return characters.toString();
  }

  /** Whether {@code bytes} begin an unpacked text in UTF-8. */
  public static boolean isUtf8Text(byte[] bytes) {
    boolean packed = starts(bytes, 0x1F, 0x8B) || starts(bytes, 'P', 'K', 3, 4);
    return !packed && charset(bytes).equals(Optional.of(StandardCharsets.UTF_8));
  }

  /** The encoding of a text that begins with {@code bytes}; empty if it came before Unicode. */
  static Optional<Charset> charset(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    } else if (starts(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    } else if (starts(bytes, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    } else if (zeros(bytes, 1) * 10 > bytes.length * 4) {
      return Optional.of(StandardCharsets.UTF_16LE);
    } else if (zeros(bytes, 0) * 10 > bytes.length * 4) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return isUtf8(bytes) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
  }

  private static int markLength(byte[] bytes, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }
    return starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF) ? 2 : 0;
  }

  /** Whether {@code bytes} begin with {@code mark}. */
  static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int i = from; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  /**
   * Whether {@code bytes} are UTF-8, perhaps with a few damaged characters: then at least as many
   * others are whole. A character cut off by the end of the beginning is no fault.
   */
  private static boolean isUtf8(byte[] bytes) {
    if (asciiUntil(bytes, bytes.length) == bytes.length) {
      return true;
    }
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    decoder.decode(ByteBuffer.wrap(bytes), text, false);
    long damaged = text.flip().chars().filter(c -> c == '\uFFFD').count();
    long whole = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
    return damaged == 0 || whole >= damaged;
  }

  /** The end of the first {@code count} bytes, in which a word may begin. */
  private static byte[] lastWord(byte[] bytes, int count) {
    return Arrays.copyOfRange(bytes, Math.max(0, count - LONGEST_WORD), count);
  }

  private static int asciiUntil(byte[] bytes, int end) {
    int at = 0;
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** A text that is ASCII until its first other byte shows how it is encoded. */
  private static final class LateCharset extends Reader {
    private final PushbackInputStream in;
    private final byte[] block = new byte[BEGINNING];
    private byte[] before = new byte[0];
    private int at;
    private int end;
    private Optional<Reader> told = Optional.empty();

    /**
     * @param in takes back as many bytes as a beginning has
     */
    LateCharset(PushbackInputStream in) {
      this.in = in;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      if (at == end && told.isEmpty()) {
        fill();
      }
      if (at == end) {
        return told.isPresent() ? told.get().read(buffer, from, length) : -1;
      }
      int count = Math.min(length, end - at);
      for (int i = 0; i < count; i++) {
        buffer[from + i] = (char) block[at++];
      }
      return count;
    }

    private void fill() throws IOException {
      int read = in.readNBytes(block, 0, block.length);
      at = 0;
      end = asciiUntil(block, Math.max(read, 0));
      before = end > 0 ? lastWord(block, end) : before;
      if (end < read) {
        in.unread(block, end, read - end);
      }
      if (end == 0 && read > 0) {
        boolean utf8 = isUtf8(Arrays.copyOf(block, read));
        told =
            Optional.of(
                utf8
                    ? new InputStreamReader(in, StandardCharsets.UTF_8)
                    : LegacyText.reader(before, new PushbackInputStream(in, LegacyText.WINDOW)));
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Some exports pad fields with NUL characters, which no value needs. */
  private static final class WithoutNuls extends FilterReader {
    WithoutNuls(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      while (read == 0) {
        read = in.read();
      }
      return read;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int read = in.read(buffer, from, length);
      while (read > 0) {
        int kept = squeeze(buffer, from, read);
        if (kept > 0) {
          return kept;
        }
        read = in.read(buffer, from, length);
      }
      return read;
    }

    private static int squeeze(char[] buffer, int from, int length) {
      int kept = from;
      for (int i = from; i < from + length; i++) {
        if (buffer[i] != 0) {
          buffer[kept++] = buffer[i];
        }
      }
      return kept - from;
    }
  }
}
