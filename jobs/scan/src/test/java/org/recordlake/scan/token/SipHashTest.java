package org.recordlake.scan.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The first stage's hash")
class SipHashTest {
  private final SipHash hash = SipHash.keyed(rising(16));

  @Test
  @DisplayName("is SipHash-2-4 as its authors' example has it")
  void isTheAuthors() {
    assertThat(hash.of(rising(15))).isEqualTo(0xa129ca6149be45e5L);
  }

  @Test
  @DisplayName("of several texts that begin alike is what each has alone")
  void inOnePass() {
    byte[] text = "one two three four".getBytes(StandardCharsets.US_ASCII);
    long[] hashes = new long[3];
    hash.each(text, 4, new int[] {0, 7, 13, 18}, 1, 3, hashes);
    assertThat(hashes).containsExactly(alone("two"), alone("two three"), alone("two three four"));
  }

  private long alone(String text) {
    return hash.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] rising(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
