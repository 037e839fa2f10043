package org.recordlake.ingest.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.format.RawRow;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.business.KnownLayout;
import org.recordlake.format.business.OrderLines;
import org.recordlake.ingest.land.FileAccess;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.land.LandingCopies;
import org.recordlake.ingest.land.LineRange;
import org.recordlake.lake.SerializableConfiguration;
import org.recordlake.protect.Keys;
import org.recordlake.testing.ReadRows;

/** Big files are read in ranges wherever that cannot be told from reading them as one. */
class LineRangeFinderTest {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\n";
  private static final FileAccess ACCESS =
      new FileAccess(SerializableConfiguration.of(new Configuration()), Keys.temporary());
  private static final Reading READING = new Reading(ZoneOffset.UTC, Instant.EPOCH);

  @TempDir Path folder;

  @Test
  void rangesGiveTheRowsLinesAndPlacesOfTheWholeFile() throws IOException {
    StringBuilder text = new StringBuilder("\uFEFF" + HEADER);
    for (int i = 0; i < 400; i++) {
      text.append(
          i % 7 == 0 ? "ragged\r\n" : "I" + i + ",S,\"é \"\"" + i + "\"\"\",1,2026-01-01,1\n");
    }
    LandedFile file = file(text.toString());
    List<LineRange> ranges = ranges(file, new OrderLines());
    assertThat(ranges).hasSizeGreaterThan(5);
    List<String> inRanges = new ArrayList<>();
    for (LineRange range : ranges) {
      inRanges.addAll(rows(file, range));
    }
    assertThat(inRanges).isEqualTo(rows(file, LineRange.WHOLE)).hasSize(400);
  }

  @Test
  void theStretchesOfASealedCopyHoldTheRowsOfTheFile() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 8000; i++) {
      text.append("I").append(i).append(",S,plain,1,2026-01-01,1\n");
    }
    LandedFile file = file(text.toString());
    LandedFile copy = sealed(file, text.toString());
    assertThat(ranges(copy, new OrderLines())).isEqualTo(ranges(file, new OrderLines()));
    for (LineRange range : ranges(copy, new OrderLines())) {
      assertThat(rows(copy, range)).isEqualTo(rows(file, range));
    }
    assertThat(rows(copy, LineRange.WHOLE)).hasSize(8000);
  }

  private LandedFile sealed(LandedFile file, String text) throws IOException {
    LandedFile copy = file.at(folder.resolve("copy" + LandingCopies.SEALED).toString());
    try (OutputStream out =
        ACCESS.protector().sealing(Files.newOutputStream(Path.of(copy.path())), copy.sha256())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return copy;
  }

  @Test
  void aFileStaysWholeWhereALineEndMayStandWithinAField() throws IOException {
    String line = "I1,S,plain,1,2026-01-01,1\n";
    assertThat(ranges(file(HEADER + line.repeat(200)), new OrderLines())).hasSizeGreaterThan(1);
    for (String odd :
        List.of(
            "I1,S,\"two\nlines\",1,2026-01-01,1\n", "I,\"5 nail\n", "I,\"5\" nail\"\n", "a\rb\n")) {
      String text = HEADER + line.repeat(100) + odd + line.repeat(100);
      assertThat(ranges(file(text), new OrderLines())).containsExactly(LineRange.WHOLE);
    }
    assertThat(ranges(file("\n" + HEADER + line.repeat(200)), new OrderLines()))
        .containsExactly(LineRange.WHOLE);
    assertThat(ranges(file(HEADER + line.repeat(200)), KnownLayout.HUBSPOT_CONTACTS))
        .containsExactly(LineRange.WHOLE);
  }

  private List<LineRange> ranges(LandedFile file, SourceReader reader) throws IOException {
    try (SourceFile content = file.open(READING, ACCESS)) {
      return new LineRangeFinder(1000, 1000).of(file, reader, content.head(), ACCESS).join();
    }
  }

  private static List<String> rows(LandedFile file, LineRange range) throws IOException {
    List<String> rows = new ArrayList<>();
    try (SourceFile content = file.open(READING, range, ACCESS)) {
      Iterator<RawRow> found = new OrderLines().rows(content, ReadRows.shape("sales_orders"));
      for (long number = 1; found.hasNext(); number++) {
        RawRow row = found.next();
        rows.add(range.inFile(row.line()) + " " + range.inFile(number) + " " + row.raw());
      }
    }
    return rows;
  }

  private LandedFile file(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path path = Files.write(folder.resolve("f.csv"), bytes);
    return new LandedFile(
        "shop", "f.csv", path.toString(), "", bytes.length, Instant.EPOCH, "hash");
  }
}
