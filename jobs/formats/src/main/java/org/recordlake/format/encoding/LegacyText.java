package org.recordlake.format.encoding;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;
import org.recordlake.format.UnreadableFile;

/**
 * A text in one of the many encodings that came before UTF-8. Its words show which; what comes
 * later must go on to show the same, up to a thousand different words.
 */
public final class LegacyText {
  /** Bytes from the first one beyond ASCII that are looked at before anything is read. */
  public static final int WINDOW = 1 << 20;

  private LegacyText() {}

  /**
   * The characters of {@code in}.
   *
   * @param before the bytes just before, which may begin the first word
   * @param in from its first byte beyond ASCII, taking back at least {@link #WINDOW} bytes
   * @throws UnreadableFile if nobody can tell its encoding
   */
  public static Reader reader(byte[] before, PushbackInputStream in) throws IOException {
    byte[] window = in.readNBytes(WINDOW);
    in.unread(window);
    Detection detection = new Detection();
    detection.add(before, 0, before.length);
    Charset charset = charset(detection, window);
    return new InputStreamReader(new Watched(in, detection, charset), charset);
  }

  /**
   * The encoding of a text.
   *
   * @param before the bytes just before, which may begin the first word
   * @param in from its first byte beyond ASCII
   * @throws UnreadableFile if nobody can tell
   */
  public static Charset charset(byte[] before, InputStream in) throws IOException {
    Detection detection = new Detection();
    detection.add(before, 0, before.length);
    return charset(detection, in.readNBytes(WINDOW));
  }

  private static Charset charset(Detection detection, byte[] window) {
    detection.add(window, 0, window.length);
    if (window.length < WINDOW) {
      detection.end();
    }
    return detection.result().orElseThrow(LegacyText::unreadable);
  }

  private static UnreadableFile unreadable() {
    return new UnreadableFile(
        "BAD_ENCODING: the text is neither UTF-8 nor UTF-16, and its words do not show in which"
            + " other encoding it is; export or save it as UTF-8");
  }

  /** Goes on looking at the words of a text that is being read, a window at a time. */
  private static final class Watched extends FilterInputStream {
    private final Detection detection;
    private final Charset charset;
    private long read;
    private long looked = WINDOW;

    Watched(InputStream in, Detection detection, Charset charset) {
      super(in);
      this.detection = detection;
      this.charset = charset;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = in.read(buffer, from, length);
      // What the first window held was looked at before.
      int known = (int) Math.min(Math.max(0, WINDOW - read), Math.max(0, count));
      if (count > known) {
        detection.add(buffer, from + known, count - known);
      }
      read += Math.max(0, count);
      boolean ends = count < 0 && read > looked;
      if (ends || read - looked >= WINDOW) {
        looked = ends ? Long.MAX_VALUE : read;
        check(ends);
      }
      return count;
    }

    private void check(boolean ends) {
      if (ends) {
        detection.end();
      }
      if (!detection.result().equals(Optional.of(charset))) {
        throw unreadable();
      }
    }
  }
}
