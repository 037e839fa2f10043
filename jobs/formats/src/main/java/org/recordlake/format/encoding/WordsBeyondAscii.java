package org.recordlake.format.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the different words of a text that have bytes beyond ASCII, a thousand at most. */
final class WordsBeyondAscii {
  private static final int MOST = 1000;
  private static final int LONGEST = 1 << 12;

  /** What a detector of encodings is shown. */
  private static final int SAMPLE = 8000;

  /** At an end of a word, as the code pages of Windows have them. */
  private static final Pattern SIGNS = Pattern.compile("^[©®«»°±§]+(?![a-z])|[©®«»°±§]+$");

  private final Set<String> seen = new HashSet<>();
  private final List<byte[]> words = new ArrayList<>();
  private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
  private final ByteArrayOutputStream run = new ByteArrayOutputStream();
  private boolean beyond;
  private boolean controls;

  /** Takes the next bytes of the text. */
  void add(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length && words.size() < MOST; i++) {
      byte b = bytes[i];
      if (divides(b)) {
        endRun();
      } else if (run.size() < LONGEST) {
        run.write(b);
        beyond |= b < 0;
      }
    }
  }

  /** Takes what has come as the whole. */
  void end() {
    endRun();
  }

  /** Words with single-byte letters, in the order in which they came. */
  List<byte[]> words() {
    return words;
  }

  /** Whole runs of bytes, of which none ends within a letter of two bytes. */
  byte[] sample() {
    return sample.toByteArray();
  }

  /** Whether bytes stand in words that are controls in the encodings of ISO 8859. */
  boolean hasControls() {
    return controls;
  }

  /** Blanks, figures' marks and the like: no second byte of a letter. */
  private static boolean divides(byte b) {
    return b >= 0 && b < '0' || b >= ':' && b < '@';
  }

  private void endRun() {
    if (beyond && run.size() < LONGEST) {
      byte[] bytes = run.toByteArray();
      if (sample.size() + bytes.length < SAMPLE) {
        sample.write(bytes, 0, bytes.length);
        sample.write(' ');
      }
      split(bytes);
    }
    run.reset();
    beyond = false;
  }

  private void split(byte[] bytes) {
    int from = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || isNoLetter(bytes[i])) {
        word(Arrays.copyOfRange(bytes, from, i));
        from = i + 1;
      }
    }
  }

  /** A letter alone says nothing of its neighbours, and a sign beside a word nothing of it. */
  private void word(byte[] word) {
    String key = new String(word, StandardCharsets.ISO_8859_1);
    String bare = SIGNS.matcher(key).replaceAll("");
    if (bare.length() > 1 && bare.chars().anyMatch(c -> c > 0x7F) && seen.add(key)) {
      words.add(word);
      controls |= key.chars().anyMatch(c -> c >= 0x80 && c < 0xA0);
    }
  }

  /** No letter in ASCII, or a dash, quote or blank in every code page of Windows. */
  private static boolean isNoLetter(byte b) {
    int code = b & 0xFF;
    return code < 0x80
        ? !Character.isLetter(code)
        : code == 0x85 || code >= 0x91 && code <= 0x97 || code == 0x99 || code == 0xA0;
  }
}
