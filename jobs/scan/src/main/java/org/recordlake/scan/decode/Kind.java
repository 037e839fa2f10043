package org.recordlake.scan.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, told by its first bytes and, among texts, by its name. */
public enum Kind {
  EMPTY,
  PARQUET,
  SEALED,
  ZIP,
  TAR,
  COMPRESSED,
  PDF,
  JSON,
  MARKUP,
  CSV,
  UTF16,
  TEXT,
  /** Known, and not to be decoded here. */
  UNDECODABLE,
  /** Anything else, looked at byte by byte. */
  BYTES;

  /** So many first bytes tell. */
  static final int HEAD = 4096;

  private static final int TAR_MARK = 257;
  private static final int PDF_MARK_WITHIN = 1024;
  private static final String[] COMPRESSIONS = {
    "\u001f\u008b", "(\u00b5/\u00fd", "\u00fd7zXZ", "\u0004\"M\u0018", "\u00ff\u0006\0\0sNaPpY"
  };
  private static final String[] UNDECODABLES = {
    "7z\u00bc\u00af", "Rar!\u001a", "Obj\u0001", "\u0089LZO"
  };

  /** Words begin so too. */
  private static final String[] UNDECODABLE_UNLESS_TEXT = {"ORC", "LZ4Block", "PARE"};

  private static final String BZIP2_BLOCK = "1AY&SY";

  static Kind of(byte[] head, String name) {
    String begin = new String(head, StandardCharsets.ISO_8859_1);
    if (head.length == 0) {
      return EMPTY;
    }
    if (begin.startsWith("PAR1")) {
      return PARQUET;
    }
    if (begin.startsWith("RLSEAL1\n")) {
      return SEALED;
    }
    if (begin.startsWith("PK\u0003\u0004") || begin.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (begin.startsWith("ustar", TAR_MARK)) {
      return TAR;
    }
    if (startsWith(begin, COMPRESSIONS)
        || begin.startsWith("BZh") && begin.startsWith(BZIP2_BLOCK, 4)) {
      return COMPRESSED;
    }
    if (startsWith(begin, UNDECODABLES)) {
      return UNDECODABLE;
    }
    if (begin.substring(0, Math.min(begin.length(), PDF_MARK_WITHIN)).contains("%PDF-")) {
      return PDF;
    }
    if (begin.startsWith("\u00ff\u00fe") || begin.startsWith("\u00fe\u00ff")) {
      return UTF16;
    }
    if (text(head)) {
      return ofText(begin, name.toLowerCase(Locale.ROOT));
    }
    return startsWith(begin, UNDECODABLE_UNLESS_TEXT) ? UNDECODABLE : BYTES;
  }

  private static Kind ofText(String begin, String name) {
    String text = (begin.startsWith("\u00ef\u00bb\u00bf") ? begin.substring(3) : begin).strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      return JSON;
    }
    if (text.startsWith("<")) {
      return MARKUP;
    }
    return name.endsWith(".csv") || name.endsWith(".tsv") ? CSV : TEXT;
  }

  private static boolean startsWith(String begin, String[] marks) {
    for (String mark : marks) {
      if (begin.startsWith(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is UTF-8, cut anywhere, or another encoding without control characters. */
  private static boolean text(byte[] head) {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = utf8.decode(ByteBuffer.wrap(head), CharBuffer.allocate(HEAD), false);
    boolean other = result.isError();
    int odd = 0;
    for (byte each : head) {
      if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        odd += each == 0 || other ? HEAD : 1;
      }
    }
    return odd * 20 < head.length;
  }

  /** As it stands in results. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
