package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.TestRun;

/** Packed files, whole and not, in one run. */
class ArchivesTest {
  private static final String HEADER = "event_id,name,kind,starts_on,ends_on,venue,city\n";
  private static final int ZEROS = 80 << 20;

  @TempDir Path folder;

  @Test
  @DisplayName(
      "What is whole is taken in, whatever it is packed in; what is not is set aside and why is said")
  void packedFiles() throws IOException {
    TestRun run = new TestRun(folder);
    drop(
        run, "three.zip", zip(Map.of("a.csv", event(1), "b/c.csv", event(2), "notes.txt", text())));
    drop(run, "members.csv.gz", join(gzip(event(3)), gzip(rows(4)), gzip(rows(5)), new byte[100]));
    drop(run, "packed-member.zip", zip(Map.of("d.csv.gz", gzip(event(6)))));
    drop(run, "bad-member.zip", flipped(stored(Map.of("e.csv", event(7), "f.csv", event(8)))));
    drop(run, "nested.zip", zip(Map.of("inner.zip", zip(Map.of("g.csv", event(9))))));
    drop(run, "empty.zip", zip(Map.of()));
    drop(run, "locked.zip", locked(zip(Map.of("h.csv", event(10)))));
    byte[] two = zip(ordered("i.csv", event(11), "j.csv", event(12)));
    drop(run, "cut.zip", Arrays.copyOf(two, second(two)));
    drop(run, "cut.csv.gz", Arrays.copyOf(gzip(event(13)), 60));
    drop(run, "bad-second.csv.gz", join(gzip(event(14)), new byte[] {7}, gzip(rows(15))));
    drop(run, "zeros.zip", zip(Map.of("k.csv", new byte[ZEROS])));
    byte[] lines = new byte[ZEROS];
    Arrays.fill(lines, (byte) '\n');
    drop(run, "lines.csv.gz", gzip(join(event(16), lines)));
    drop(run, "nothing.csv", new byte[0]);
    JobResult result = run.run(new Ingest());
    Map<String, String> said = new TreeMap<>();
    for (Row row : run.table("ingested_files").collectAsList()) {
      Object reason = row.getAs("reason");
      said.put(
          row.<String>getAs("file_name").substring(4),
          reason == null ? row.getAs("status") + " " + row.getAs("stored") : reason.toString());
    }
    assertThat(said)
        .containsEntry("three.zip!a.csv", "committed 1")
        .containsEntry("three.zip!b/c.csv", "committed 1")
        .containsEntry("members.csv.gz", "committed 3")
        .containsEntry("packed-member.zip!d.csv.gz", "committed 1")
        .containsEntry("bad-member.zip", "the archive is damaged or cut off")
        .containsEntry("empty.zip", "the archive holds no file")
        .containsEntry("nothing.csv", "the file is empty")
        .containsEntry("locked.zip", "the archive is protected by a password")
        .containsEntry("cut.zip", "the archive is damaged or cut off")
        .containsEntry("cut.csv.gz", "the packed file is damaged or cut off")
        .containsEntry("zeros.zip", "the file unpacks to more than 250 times its size");
    assertThat(said.get("three.zip!notes.txt")).startsWith("no known layout");
    assertThat(said.get("nested.zip!inner.zip")).startsWith("an archive within an archive");
    assertThat(said.get("bad-second.csv.gz")).contains("damaged or cut off");
    assertThat(said.get("lines.csv.gz")).contains("more than 250 times");
    assertThat(said).hasSize(15);
    assertThat(run.table("events").count()).isEqualTo(6);
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(result.problems()).hasSize(11);
    assertThat(run.run(new Ingest()).counts()).containsEntry("files", 0L);
  }

  /** Names are numbered, so that the files count in the order they are dropped in. */
  private int number;

  private void drop(TestRun run, String name, byte[] bytes) {
    run.drop("events/%03d-%s".formatted(number++, name), bytes);
  }

  private static byte[] event(int number) {
    return join(HEADER.getBytes(StandardCharsets.UTF_8), rows(number));
  }

  private static byte[] rows(int number) {
    return "E%d,Open house,open_house,2026-05-01,2026-05-02,Hall,Omaha\n"
        .formatted(number)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] text() {
    return "nobody knows this\n".getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static Map<String, byte[]> ordered(String a, byte[] one, String b, byte[] two) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(a, one);
    files.put(b, two);
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    return zip(files, ZipOutputStream.DEFLATED);
  }

  private static byte[] stored(Map<String, byte[]> files) throws IOException {
    return zip(files, ZipOutputStream.STORED);
  }

  private static byte[] zip(Map<String, byte[]> files, int method) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
        checksum.update(file.getValue());
        entry.setMethod(method);
        entry.setSize(file.getValue().length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
    return packed.toByteArray();
  }

  /** A letter of a file's content is another one. */
  private static byte[] flipped(byte[] archive) {
    int at = new String(archive, StandardCharsets.ISO_8859_1).indexOf("Omaha");
    archive[at] ^= 1;
    return archive;
  }

  /** As if its first file were protected by a password (APPNOTE 4.4.4, bit 0). */
  private static byte[] locked(byte[] archive) {
    archive[6] |= 1;
    return archive;
  }

  /** Where the second file's header begins. */
  private static int second(byte[] archive) {
    return new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\u0003\u0004", 4);
  }
}
