package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.protect.Keys;
import org.recordlake.protect.Protector;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/** Media lie sealed, each under its own name, whatever was there before and whoever was killed. */
class MediaZoneTest {
  private static final Protector KEYS = Keys.temporary();

  @TempDir Path folder;
  private Lake lake;
  private MediaZone zone;

  @BeforeEach
  void open() {
    lake =
        new Lake(
            SharedSpark.session(),
            folder.resolve("lake").toString(),
            CatalogLoader.load(ProjectFolder.conf(), "usps-890-000"));
    zone = MediaZone.of(lake, KEYS);
  }

  @Test
  void aFileIsReadBackUnderItsNameWithTheKeysAndUnderNoOther() throws IOException {
    store("a".repeat(32), "one face");
    store("b".repeat(32), "another face");
    assertThat(content("a".repeat(32))).isEqualTo("one face");
    assertThat(names()).containsExactly("a".repeat(32), "b".repeat(32));
    assertThat(Files.readString(at("a".repeat(32)), StandardCharsets.ISO_8859_1))
        .doesNotContain("face");
    assertThatThrownBy(() -> MediaZone.of(lake, Keys.temporary()).open("a".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);

    Files.copy(at("b".repeat(32)), at("a".repeat(32)), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> zone.open("a".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBigRecordingIsNeverInMemoryAsAWhole() throws IOException {
    byte[] bytes = new byte[8 << 20];
    new Random(3).nextBytes(bytes);
    Path source = Files.write(folder.resolve("big.wav"), bytes);
    long[] writtenAtHalf = {0};
    FileSystem watching =
        new FilterFileSystem(
            FileSystem.getLocal(SharedSpark.session().sparkContext().hadoopConfiguration())) {
          @Override
          public FSDataInputStream open(org.apache.hadoop.fs.Path path) throws IOException {
            return open(path, 4096);
          }

          @Override
          public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer)
              throws IOException {
            FSDataInputStream in = super.open(path, buffer);
            return new FSDataInputStream(
                new FSInputStream() {
                  @Override
                  public int read() throws IOException {
                    return in.read();
                  }

                  @Override
                  public int read(byte[] to, int from, int length) throws IOException {
                    if (getPos() >= bytes.length / 2 && writtenAtHalf[0] == 0) {
                      writtenAtHalf[0] = Files.size(at(".big.part"));
                    }
                    return in.read(to, from, length);
                  }

                  @Override
                  public long getPos() throws IOException {
                    return in.getPos();
                  }

                  @Override
                  public void seek(long to) throws IOException {
                    in.seek(to);
                  }

                  @Override
                  public boolean seekToNewSource(long to) throws IOException {
                    return in.seekToNewSource(to);
                  }

                  @Override
                  public void close() throws IOException {
                    in.close();
                  }
                });
          }
        };
    zone.store(watching, new org.apache.hadoop.fs.Path(source.toString()), "big");
    assertThat(writtenAtHalf[0]).isGreaterThan(bytes.length / 4);
    try (SeekableByteChannel channel = zone.open("big").position(7_000_000)) {
      assertThat(Channels.newInputStream(channel).readNBytes(3))
          .containsExactly(bytes[7_000_000], bytes[7_000_001], bytes[7_000_002]);
    }
  }

  @Test
  void whatIsThereAndOpensIsLeftAndAnythingElseIsMadeAgain() throws IOException {
    store("x", "a face");
    byte[] before = Files.readAllBytes(at("x"));
    store("x", "a face");
    assertThat(Files.readAllBytes(at("x"))).isEqualTo(before);
    Files.write(at("x"), new byte[] {1, 2, 3});
    store("x", "a face");
    assertThat(content("x")).isEqualTo("a face");
    assertThat(names()).containsExactly("x");
  }

  @Test
  void filesFromBeforeAreSealedWhereTheyLieAndOnce() throws IOException {
    Files.createDirectories(at(""));
    Files.writeString(at("old"), "an old face");
    Files.writeString(at(".old.crc"), "crc");
    Files.writeString(at("empty"), "");
    store("new", "a new face");
    assertThat(zone.unsealed()).containsExactly("empty", "old");

    zone.seal(lake.spark(), zone.unsealed());
    assertThat(names()).containsExactly("empty", "new", "old");
    assertThat(content("old")).isEqualTo("an old face");
    assertThat(content("empty")).isEmpty();
    assertThat(zone.unsealed()).isEmpty();
    byte[] sealed = Files.readAllBytes(at("old"));
    zone.seal(lake.spark(), List.of("old"));
    assertThat(Files.readAllBytes(at("old"))).isEqualTo(sealed);
  }

  @Test
  void onceAllWereSealedOnlyNewFilesAreLookedAt() throws IOException {
    store("x", "a face");
    zone.seal(lake.spark(), zone.unsealed());
    Files.writeString(at("put"), "put there by hand");
    assertThat(zone.unsealed()).containsExactly("put");
    Files.setLastModifiedTime(at("put"), FileTime.from(Instant.now().minusSeconds(3600)));
    assertThat(zone.unsealed()).isEmpty();
  }

  @Test
  void aRunKilledWhileItSealsIsFinishedByTheNext() throws IOException {
    store("was", "a face");
    // Killed while it wrote, before the old file went, and after.
    Files.writeString(at("half"), "half a face");
    Files.write(at(".half.part"), new byte[] {1});
    Files.move(sealedAs("both"), at(".both.sealed"));
    Files.writeString(at("both"), "both");
    Files.move(sealedAs("gone"), at(".gone.sealed"));
    assertThat(zone.unsealed()).containsExactly("both", "gone", "half");

    zone.seal(lake.spark(), zone.unsealed());
    assertThat(names()).containsExactly("both", "gone", "half", "was");
    assertThat(content("half")).isEqualTo("half a face");
    assertThat(content("both")).isEqualTo("both");
    assertThat(content("gone")).isEqualTo("gone");
  }

  @Test
  void aFileThatWaitsForItsPlaceStandsForThatName() {
    assertThat(MediaZone.named(".abc.sealed")).isEqualTo("abc");
    assertThat(MediaZone.named("abc")).isEqualTo("abc");
    assertThat(MediaZone.named(".abc.part")).isEqualTo(".abc.part");
  }

  @Test
  void aLakeWithoutMediaHasNothingToSeal() {
    assertThat(zone.unsealed()).isEmpty();
    zone.seal(lake.spark(), List.of());
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  private Path sealedAs(String name) throws IOException {
    store(name, name);
    return at(name);
  }

  private void store(String name, String text) throws IOException {
    Path source = Files.writeString(folder.resolve("dropped"), text);
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(source.toString());
    zone.store(zone.storage(path), path, name);
  }

  private String content(String name) throws IOException {
    try (SeekableByteChannel channel = zone.open(name)) {
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path at(String name) {
    return folder.resolve("lake/media").resolve(name);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(at(""))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
