package org.recordlake.scan.result;

import java.util.Comparator;

/**
 * Something destroyed that is still there. Never says what.
 *
 * @param path root and path below it; a name that is itself a hit is withheld
 * @param place where in the file, such as {@code column email} or {@code entry 2, text}
 * @param label {@code table.column} the value was in
 * @param count how often it was met there
 */
public record ScanHit(String path, String place, String label, long count)
    implements Comparable<ScanHit> {
  private static final Comparator<ScanHit> ORDER =
      Comparator.comparing(ScanHit::path)
          .thenComparing(ScanHit::place)
          .thenComparing(ScanHit::label);

  @Override
  public int compareTo(ScanHit other) {
    return ORDER.compare(this, other);
  }
}
