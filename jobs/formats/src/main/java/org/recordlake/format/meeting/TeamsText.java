package org.recordlake.format.meeting;

import org.recordlake.format.Head;

/** How the text of a Teams report is delimited: by tabs, but for copies that were saved anew. */
final class TeamsText {
  private TeamsText() {}

  static char delimiter(Head head) {
    if (head.text().indexOf('\t') >= 0) {
      return '\t';
    }
    return count(head.text(), ';') > count(head.text(), ',') ? ';' : ',';
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
