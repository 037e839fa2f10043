package org.recordlake.scan.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts that say by their first two bytes that they are UTF-16: looked at as what they hold. */
final class Utf16Text {
  private Utf16Text() {}

  static void read(Content content, String where, Examiner examiner) throws IOException {
    byte[] bytes = Whole.bytes(content, examiner.limits());
    byte[] text = new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8);
    examiner.inner(Content.bytes(content.name(), text), where);
  }
}
