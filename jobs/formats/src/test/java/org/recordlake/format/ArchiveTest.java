package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An archive")
class ArchiveTest {
  private static final String PASSWORD = "the archive is protected by a password";
  private static final String DAMAGED = "the archive is damaged or cut off";

  @Test
  @DisplayName("gives its files in their order")
  void whole() throws IOException {
    assertThat(Archive.entries(new ByteArrayInputStream(archive())))
        .extracting(Archive.Entry::name)
        .containsExactly("first.csv", "second.csv", "third.csv");
  }

  @ParameterizedTest(name = "says that file {0} of it is encrypted")
  @ValueSource(ints = {0, 1, 2})
  void encrypted(int file) throws IOException {
    byte[] locked = archive();
    locked[header(locked, file) + 6] |= 1;
    assertRefused(locked, PASSWORD);
  }

  @Test
  @DisplayName("that is cut off or whose words speak of encryption is damaged and no more")
  void damaged() throws IOException {
    byte[] whole = archive();
    assertRefused(Arrays.copyOf(whole, whole.length / 2), DAMAGED);
    byte[] unknown = archive();
    // A method of packing that nobody knows.
    unknown[header(unknown, 1) + 8] = 99;
    assertRefused(unknown, DAMAGED);
    assertRefused("encrypted".getBytes(StandardCharsets.UTF_8), "the archive holds no file");
  }

  @Test
  @DisplayName("is not damaged where its storage fails, whatever the failure says")
  void storage() {
    IOException refused = new IOException("encrypted, damaged or cut off");
    assertThat(Unpacking.damage(refused)).isEmpty();
    assertThat(Unpacking.damage(new UncheckedIOException(refused))).isEmpty();
    assertThat(Unpacking.damage(new IllegalStateException("damaged"))).isEmpty();
    assertThat(Unpacking.failure(refused)).isInstanceOf(UncheckedIOException.class);
    for (IOException damage : new IOException[] {new ZipException(), new EOFException()}) {
      assertThat(Unpacking.damage(new UncheckedIOException(damage)))
          .map(UnreadableFile::reason)
          .contains("the packed file is damaged or cut off");
    }
    UnreadableFile said = new UnreadableFile("the header is missing");
    assertThat(Unpacking.damage(said)).containsSame(said);
  }

  private static void assertRefused(byte[] archive, String reason) {
    assertThatThrownBy(() -> Archive.entries(new ByteArrayInputStream(archive)))
        .isInstanceOfSatisfying(
            UnreadableFile.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (String name : new String[] {"first", "second", "third"}) {
        zip.putNextEntry(new ZipEntry(name + ".csv"));
        zip.write((name + ",1\n").repeat(300).getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }

  /** Where the header of a file begins, from 0. */
  private static int header(byte[] archive, int file) {
    String text = new String(archive, StandardCharsets.ISO_8859_1);
    int at = -1;
    for (int i = 0; i <= file; i++) {
      at = text.indexOf("PK\u0003\u0004", at + 1);
    }
    return at;
  }
}
