package org.recordlake.scan.decode;

import java.io.IOException;
import java.io.InputStream;

/** Contents that have to be held in memory to be read. */
final class Whole {
  private Whole() {}

  /**
   * @throws Refusal if it is too big
   */
  static byte[] bytes(Content content, ScanLimits limits) throws IOException {
    try (InputStream in = content.stream()) {
      byte[] bytes = in.readNBytes(limits.memory());
      if (bytes.length == limits.memory() && in.read() >= 0) {
        throw new Refusal("too big to be held in memory");
      }
      return bytes;
    }
  }
}
