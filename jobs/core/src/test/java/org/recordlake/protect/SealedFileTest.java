package org.recordlake.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole files are sealed so that they can be read from any place, with the right keys alone. */
class SealedFileTest {
  private final Protector keys = Keys.temporary();

  @TempDir Path folder;

  @Test
  void whatIsSealedComesBackFromItsStartAndFromAnyPlace() throws IOException {
    for (int length : new int[] {0, 1, 65_535, 65_536, 300_001}) {
      byte[] bytes = bytes(length);
      Path file = sealed(bytes);
      try (SeekableByteChannel channel = open(keys, file, "it")) {
        assertThat(channel.size()).isEqualTo(length);
        assertThat(Channels.newInputStream(channel).readAllBytes()).isEqualTo(bytes);
      }
      for (int from : new int[] {length / 3, length / 2, Math.max(0, length - 7)}) {
        try (SeekableByteChannel channel = open(keys, file, "it").position(from)) {
          assertThat(Channels.newInputStream(channel).readAllBytes())
              .isEqualTo(Arrays.copyOfRange(bytes, from, length));
        }
      }
    }
  }

  @Test
  void nothingOfItCanBeReadInTheSealedFile() throws IOException {
    Path file =
        sealed(
            "account 021000021 card 4111111111111111"
                .repeat(5000)
                .getBytes(StandardCharsets.UTF_8));
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("4111111111111111", "021000021", "account");
  }

  @Test
  void otherKeysAnotherIdentityAndForeignBytesAreRefused() throws IOException {
    Path file = sealed(bytes(100));
    assertThatThrownBy(() -> open(Keys.temporary(), file, "it"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> open(keys, file, "another"))
        .isInstanceOf(IllegalArgumentException.class);
    Path foreign = Files.write(folder.resolve("foreign"), bytes(100));
    assertThatThrownBy(() -> open(keys, foreign, "it"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aChangedOrShortenedFileIsNotReadToItsEnd() throws IOException {
    Path file = sealed(bytes(200_000));
    byte[] sealed = Files.readAllBytes(file);
    byte[] changed = sealed.clone();
    changed[changed.length - 40_000] ^= 1;
    for (byte[] bad : new byte[][] {changed, Arrays.copyOf(sealed, sealed.length - 70_000)}) {
      Files.write(file, bad);
      assertThatThrownBy(
              () -> {
                try (SeekableByteChannel channel = open(keys, file, "it")) {
                  Channels.newInputStream(channel).readAllBytes();
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aChannelReadsIntoBuffersOfAnySize() throws IOException {
    byte[] bytes = bytes(1000);
    try (SeekableByteChannel channel = open(keys, sealed(bytes), "it")) {
      ByteBuffer small = ByteBuffer.allocate(10);
      assertThat(channel.read(small)).isEqualTo(10);
      assertThat(small.array()).isEqualTo(Arrays.copyOf(bytes, 10));
      assertThat(channel.position()).isEqualTo(10);
    }
  }

  @Test
  void closingItClosesTheSealedFileAndNothingCanBeWrittenThroughIt() throws IOException {
    SeekableByteChannel file = Files.newByteChannel(sealed(bytes(10)));
    SeekableByteChannel channel = keys.unsealed(file, "it");
    assertThat(channel.isOpen()).isTrue();
    assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
        .isInstanceOf(NonWritableChannelException.class);
    assertThatThrownBy(() -> channel.truncate(1)).isInstanceOf(NonWritableChannelException.class);
    channel.close();
    assertThat(channel.isOpen()).isFalse();
    assertThat(file.isOpen()).isFalse();
  }

  @Test
  void aFileWithoutItsMarkOrCutInItsHeadIsRefused() throws IOException {
    Path file = sealed(bytes(10));
    byte[] sealed = Files.readAllBytes(file);
    byte[] unmarked = sealed.clone();
    unmarked[0] ^= 1;
    byte[] longKey = sealed.clone();
    longKey[8] = 1;
    byte[] negativeKey = sealed.clone();
    negativeKey[8] = -1;
    for (byte[] bad :
        new byte[][] {
          {}, Arrays.copyOf(sealed, 7), Arrays.copyOf(sealed, 40), unmarked, longKey, negativeKey
        }) {
      Files.write(file, bad);
      assertThatThrownBy(() -> open(keys, file, "it"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not sealed with these keys");
    }
  }

  private Path sealed(byte[] bytes) throws IOException {
    Path file = folder.resolve("file.sealed");
    try (OutputStream out = keys.sealing(Files.newOutputStream(file), "it")) {
      out.write(bytes);
    }
    return file;
  }

  private static SeekableByteChannel open(Protector keys, Path file, String identity)
      throws IOException {
    return keys.unsealed(Files.newByteChannel(file), identity);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
