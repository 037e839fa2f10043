package org.recordlake.scan.decode;

/**
 * How much is unpacked before a file is given up as one that cannot be read.
 *
 * @param depth containers within containers
 * @param memory bytes of an inner file that has to be held whole to be read, such as a ZIP in a ZIP
 * @param expansion bytes unpacked for each byte of the file on disk
 * @param always bytes that may be unpacked however small the file is
 */
public record ScanLimits(int depth, int memory, long expansion, long always) {
  public static final ScanLimits DEFAULT = new ScanLimits(8, 256 << 20, 200, 1L << 30);

  /** Bytes that may be unpacked from a file of {@code size}. */
  long of(long size) {
    return Math.max(always, Math.multiplyExact(expansion, size));
  }
}
