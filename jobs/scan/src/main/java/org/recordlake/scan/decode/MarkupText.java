package org.recordlake.scan.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/**
 * XML and HTML: as it stands, and without its tags, which may part words or stand within one, as
 * formats do in the cells of a workbook.
 */
final class MarkupText {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private MarkupText() {}

  static void read(Content content, String where, Examiner examiner) throws IOException {
    examiner.bytes(content, where, true);
    String text = new String(Whole.bytes(content, examiner.limits()), StandardCharsets.UTF_8);
    for (String between : new String[] {" ", ""}) {
      String plain = StringEscapeUtils.unescapeHtml4(TAG.matcher(text).replaceAll(between));
      examiner.bytes(
          new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8)),
          Examiner.in(where, "text"),
          false);
    }
  }
}
