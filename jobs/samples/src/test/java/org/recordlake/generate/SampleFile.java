package org.recordlake.generate;

import java.util.ArrayList;
import java.util.List;

/** One landing file of the samples, every line with what becomes of it. */
final class SampleFile {
  /** A line, and for a planted one what it is and why it is there. */
  record Line(String text, Outcome outcome, String what, String why) {
    boolean planted() {
      return !what.isEmpty();
    }
  }

  private final String table;
  private final String header;
  private final List<Line> lines = new ArrayList<>();
  private int inserted;

  SampleFile(String table, String header) {
    this.table = table;
    this.header = header;
  }

  String table() {
    return table;
  }

  List<Line> lines() {
    return lines;
  }

  void append(Line line) {
    lines.add(line);
  }

  /** Puts the line between others, every eleventh row one, as a fault comes along in real life. */
  void insert(Line line) {
    inserted++;
    lines.add(Math.min(lines.size(), 11 * inserted - 1), line);
  }

  /** The line of the file, from 1 and the header included, on which the row begins. */
  int lineNumber(int index) {
    int number = header.isEmpty() ? 1 : 2;
    for (Line line : lines.subList(0, index)) {
      number += 1 + (int) line.text().chars().filter(letter -> letter == '\n').count();
    }
    return number;
  }

  String text() {
    StringBuilder text = new StringBuilder(header);
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }
}
