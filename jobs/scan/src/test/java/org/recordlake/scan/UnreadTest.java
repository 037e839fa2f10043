package org.recordlake.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.format.CompressionCodec;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.protect.Keys;
import org.recordlake.protect.Protector;
import org.recordlake.scan.decode.ScanLimits;
import org.recordlake.scan.result.ScanResult;
import org.recordlake.scan.result.Unread;

@DisplayName("What a scan cannot read is told")
class UnreadTest {
  private static final Protector OTHER = Keys.temporary();

  @TempDir Path folder;

  @Test
  @DisplayName("damaged Parquet, wherever the damage is")
  void damagedParquet() throws IOException {
    byte[] whole = new ParquetPlant().value("anybody").bytes();
    Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length - 5));
    Files.write(folder.resolve("head.parquet"), Arrays.copyOf(whole, 6));
    byte[] broken = whole.clone();
    Arrays.fill(broken, 4, 30, (byte) 0x7f);
    Files.write(folder.resolve("page.parquet"), broken);
    assertThat(unread())
        .containsExactly(
            new Unread("lake/cut.parquet", "whole", "damaged parquet"),
            new Unread("lake/head.parquet", "whole", "damaged parquet"),
            new Unread("lake/page.parquet", "whole", "damaged parquet"));
  }

  @Test
  @DisplayName("compressions that it does not know")
  void unknownCompressions() throws IOException {
    new ParquetPlant().codec(CompressionCodec.BROTLI).write(folder.resolve("a.parquet"));
    Files.writeString(folder.resolve("b.7z"), "7z\u00bc\u00af'", StandardCharsets.ISO_8859_1);
    assertThat(unread())
        .extracting(Unread::reason)
        .containsExactly("unknown compression", "unknown compression or encryption");
  }

  @Test
  @DisplayName("what other keys sealed, or what there are no keys for")
  void otherKeys() throws IOException {
    String identity = "cd".repeat(32);
    try (OutputStream out =
        OTHER.sealing(Files.newOutputStream(folder.resolve(identity + ".sealed")), identity)) {
      out.write(1);
    }
    new ParquetPlant()
        .column("note_sealed")
        .value(OTHER.seal("something"))
        .write(folder.resolve("p.parquet"));
    List<Unread> told =
        List.of(
            new Unread(
                "lake/" + identity + ".sealed", "whole", "sealed, and no key at hand opens it"),
            new Unread(
                "lake/p.parquet",
                "column note_sealed",
                "sealed values, and no key at hand opens them"));
    assertThat(unread()).isEqualTo(told);
    ResidueScan withoutKeys =
        ResidueScan.of(LocalFolder.of(Map.of("lake", folder)), Planted.tokens(), ScanKeys.none());
    assertThat(withoutKeys.run().unread()).isEqualTo(told);
  }

  @Test
  @DisplayName("a sealed copy that breaks off")
  void sealedInPart() throws IOException {
    String identity = "ef".repeat(32);
    Path copy = folder.resolve(identity + ".sealed.part");
    try (OutputStream out = Planted.KEYS.sealing(Files.newOutputStream(copy), identity)) {
      out.write(new byte[200_000]);
    }
    Files.write(copy, Arrays.copyOf(Files.readAllBytes(copy), 150_000));
    assertThat(unread()).isNotEmpty();
  }

  @Test
  @DisplayName("encrypted entries of archives, and encrypted PDF")
  void encrypted() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write(1);
    }
    byte[] bytes = Files.readAllBytes(folder.resolve("a.zip"));
    for (int i = 0; i < bytes.length - 10; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1) {
        bytes[i + 8] |= 1;
      }
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3) {
        bytes[i + 6] |= 1;
      }
    }
    Files.write(folder.resolve("a.zip"), bytes);
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(folder.resolve("b.pdf").toFile());
    }
    assertThat(unread())
        .containsExactly(
            new Unread("lake/a.zip", "entry 1", "encrypted entry of an archive"),
            new Unread("lake/b.pdf", "whole", "encrypted PDF"));
  }

  @Test
  @DisplayName("archives that unpack to too much, and archives in archives without end")
  void bombs() throws IOException {
    Files.write(folder.resolve("zeros.gz"), ParquetPlant.gzip(new byte[4_000_000]));
    byte[] nested = {1};
    for (int i = 0; i < 4; i++) {
      nested = ParquetPlant.gzip(nested);
    }
    Files.write(folder.resolve("nested.gz"), nested);
    ScanResult result =
        ResidueScan.of(
                LocalFolder.of(Map.of("lake", folder)), Planted.tokens(), ScanKeys.of(Planted.KEYS))
            .within(new ScanLimits(3, 1 << 20, 10, 1_000_000))
            .run();
    assertThat(result.unread())
        .containsExactly(
            new Unread("lake/nested.gz", "whole", "containers within containers, too deep"),
            new Unread("lake/zeros.gz", "whole", "unpacks to too many bytes"));
  }

  @Test
  @DisplayName("a file that may not be opened, a folder that may not be listed, one that is gone")
  void noPermission() {
    ScanRoot closed =
        new ScanRoot() {
          @Override
          public String name() {
            return "lake";
          }

          @Override
          public List<Entry> list(String folder) throws IOException {
            if (!folder.isEmpty()) {
              throw new AccessDeniedException(folder);
            }
            return List.of(new Entry("shut", Type.FOLDER, 0), new Entry("file", Type.FILE, 9));
          }

          @Override
          public SeekableByteChannel open(String file) throws IOException {
            throw new AccessDeniedException(file);
          }
        };
    ScanRoot missing = LocalFolder.of(Map.of("logs", folder.resolve("none"))).get(0);
    ScanResult result =
        ResidueScan.of(List.of(closed, missing), Planted.tokens(), ScanKeys.of(Planted.KEYS)).run();
    assertThat(result.unread())
        .containsExactly(
            new Unread("lake/file", "whole", "no permission"),
            new Unread("lake/shut", "whole", "no permission"),
            new Unread("logs", "whole", "no readable folder"));
  }

  @Test
  @DisplayName("a link out of the folders; links within are counted and not followed")
  void links() throws IOException {
    Path lake = Files.createDirectories(folder.resolve("lake"));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(lake.resolve("plain"), "nothing");
    Files.createSymbolicLink(lake.resolve("within"), lake.resolve("plain"));
    Files.createSymbolicLink(lake.resolve("round"), lake);
    Files.createSymbolicLink(lake.resolve("out"), elsewhere);
    Files.createSymbolicLink(lake.resolve("nowhere"), folder.resolve("none"));
    ScanResult result = Planted.scan(lake);
    assertThat(result.links()).isEqualTo(4);
    assertThat(result.files()).isEqualTo(1);
    assertThat(result.unread())
        .containsExactly(new Unread("lake/out", "whole", "a link out of the folders looked at"));
  }

  private List<Unread> unread() {
    return Planted.scan(folder).unread();
  }
}
