package org.recordlake.scan;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recordlake.scan.result.ScanHit;
import org.recordlake.scan.result.ScanResult;

@DisplayName("Every residue planted by hand is found, whatever it lies in")
class ResiduePlantsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** Puts a value somewhere below a folder. */
  interface Plant {
    void put(Path folder, String value) throws Exception;
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("everyValueInEveryPlace")
  void isFound(String where, String label, String place, Plant plant) throws Exception {
    plant.put(folder, Planted.OTHERWISE.get(label));
    ScanResult result = Planted.scan(folder);
    assertThat(result.unread()).isEmpty();
    assertThat(result.hits()).extracting(ScanHit::label).contains(label).containsOnly(label);
    assertThat(result.hits())
        .extracting(ScanHit::place)
        .anySatisfy(told -> assertThat(told).startsWith(place));
    assertThat(result.toJson().toLowerCase(Locale.ROOT))
        .doesNotContain("quibbl", "0143", "0094417", "ponce");
  }

  static Stream<Arguments> everyValueInEveryPlace() {
    List<Arguments> all = new ArrayList<>();
    places()
        .forEach(
            (where, plant) ->
                Planted.OTHERWISE.keySet().stream()
                    .sorted()
                    .filter(label -> plant.takes(label))
                    .forEach(
                        label ->
                            all.add(Arguments.of(where, label, plant.place(), plant.plant()))));
    return all.stream();
  }

  record Place(String place, Plant plant, boolean inName) {
    /** A whole note is no name of a file, and not every machine has accents in names. */
    boolean takes(String label) {
      return !inName || !label.equals("sales_calls.notes") && !label.equals("contacts.email");
    }
  }

  private static Place at(String place, Plant plant) {
    return new Place(place, plant, false);
  }

  private static Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    for (CompressionCodec codec :
        List.of(
            CompressionCodec.UNCOMPRESSED,
            CompressionCodec.SNAPPY,
            CompressionCodec.GZIP,
            CompressionCodec.ZSTD,
            CompressionCodec.LZ4_RAW)) {
      places.put(
          "a Parquet page, " + codec,
          parquet("", value -> new ParquetPlant().codec(codec).value(value)));
    }
    for (Encoding encoding : List.of(Encoding.DELTA_BYTE_ARRAY, Encoding.DELTA_LENGTH_BYTE_ARRAY)) {
      places.put(
          "a Parquet page, " + encoding,
          parquet("", value -> new ParquetPlant().encoding(encoding).value(value)));
    }
    places.put(
        "a Parquet dictionary's unused entry",
        parquet(
            "", value -> new ParquetPlant().encoding(Encoding.RLE_DICTIONARY).dictionary(value)));
    places.put(
        "statistics of a Parquet chunk",
        parquet(", statistics", value -> new ParquetPlant().statistics(value)));
    places.put(
        "statistics of a Parquet page",
        parquet(", statistics", value -> new ParquetPlant().pageStatistics(value)));
    places.put(
        "a Parquet column index",
        parquet(", column index", value -> new ParquetPlant().columnIndex(value)));
    places.put(
        "metadata of a Parquet footer",
        at(
            "footer, written for",
            (folder, value) ->
                new ParquetPlant().metadata(value).write(folder.resolve("p.parquet"))));
    places.put(
        "a checkpoint's statistics",
        at(
            "column stats, minValues.email",
            (folder, value) ->
                new ParquetPlant()
                    .column("stats")
                    .value(stats(value))
                    .write(
                        folder.resolve("t/_delta_log/00000000000000000010.checkpoint.parquet"))));
    places.put(
        "a sealed value",
        at(
            "column card_number_sealed, sealed",
            (folder, value) ->
                new ParquetPlant()
                    .column("card_number_sealed")
                    .value(Planted.KEYS.seal(value))
                    .write(folder.resolve("p.parquet"))));
    places.put(
        "statistics in Delta's log",
        text(
            "add.stats, minValues.email",
            "t/_delta_log/00000000000000000003.json",
            value -> "{\"commitInfo\":{}}\n{\"add\":{\"stats\":" + quoted(stats(value)) + "}}\n"));
    places.put(
        "a predicate in Delta's log",
        text(
            "commitInfo.operationParameters.predicate",
            "t/_delta_log/00000000000000000004.json",
            value ->
                "{\"commitInfo\":{\"operationParameters\":{\"predicate\":"
                    + quoted("[\"(email = '" + value + "')\"]")
                    + "}}}\n"));
    places.put(
        "a path in Delta's log",
        text(
            "add.path",
            "t/_delta_log/00000000000000000005.json",
            value ->
                "{\"add\":{\"path\":"
                    + quoted(
                        "name="
                            + URLEncoder.encode(value, UTF_8).replace("+", "%20")
                            + "/p.parquet")
                    + "}}\n"));
    places.put(
        "a version's checksum file",
        text(
            "allFiles[].stats, minValues.email",
            "t/_delta_log/00000000000000000003.crc",
            value -> "{\"allFiles\":[{\"stats\":" + quoted(stats(value)) + "}]}"));
    places.put(
        "a log line",
        text("text", "logs/recordlake.log", value -> "WARN no such row: " + value + "\n"));
    places.put(
        "a log line with escapes",
        text(
            "text",
            "logs/job.log",
            value -> "INFO got {\\\"x\\\":\\\"\\n" + escaped(value) + "\\\"}\n"));
    places.put(
        "a log of JSON lines",
        text(
            "msg", "logs/recordlake.jsonl", value -> "{\"msg\":" + quoted("row " + value) + "}\n"));
    places.put(
        "CSV",
        text(
            "column 2",
            "landing/x.csv",
            value -> "id,\"who, or what\"\n7,\"" + value + "\"\n8,nobody\n"));
    places.put(
        "HTML",
        text(
            "text",
            "reports/x.html",
            value ->
                "<html><body><p>" + value.replace(" ", "</b>&nbsp;<b>") + "</p></body></html>"));
    places.put(
        "UTF-16, low byte first, without a mark",
        at(
            "bytes",
            (folder, value) ->
                write(folder.resolve("x.txt"), ("to " + value + " from us").getBytes(UTF_16LE))));
    places.put(
        "UTF-16, high byte first, at an odd place",
        at(
            "bytes",
            (folder, value) ->
                write(folder.resolve("x.bin"), ("x " + value).getBytes(UTF_16BE), 1)));
    places.put(
        "UTF-16 with a mark",
        at(
            "text",
            (folder, value) ->
                write(folder.resolve("x.txt"), ("\ufeffto " + value).getBytes(UTF_16LE))));
    places.put(
        "Windows-1252",
        at(
            "text",
            (folder, value) ->
                write(
                    folder.resolve("x.txt"),
                    ("caf\u00e9: " + value + "\n").getBytes(Charset.forName("windows-1252")))));
    places.put(
        "bytes with lengths and marks",
        at(
            "bytes",
            (folder, value) ->
                write(
                    folder.resolve(".spill"),
                    ("\u0001\u0000B" + value + "J\u0000").getBytes(UTF_8))));
    places.put(
        "a hidden temporary file",
        text("text", "t/_delta_log/.00000000000000000007.json.tmp", value -> "half " + value));
    places.put(
        "gzip",
        at(
            "text",
            (folder, value) -> write(folder.resolve("x.gz"), ParquetPlant.gzip(text(value)))));
    places.put(
        "bzip2",
        at(
            "text",
            (folder, value) -> {
              try (OutputStream out =
                  new BZip2CompressorOutputStream(Files.newOutputStream(folder.resolve("x.bz2")))) {
                out.write(text(value));
              }
            }));
    places.put(
        "zstd",
        at(
            "text",
            (folder, value) -> {
              try (OutputStream out =
                  new ZstdOutputStream(Files.newOutputStream(folder.resolve("events.zstd")))) {
                out.write(text(value));
              }
            }));
    places.put(
        "tar in gzip",
        at(
            "entry 1, text",
            (folder, value) ->
                write(folder.resolve("x.tgz"), ParquetPlant.gzip(tar(text(value))))));
    places.put(
        "ZIP",
        at(
            "entry 1, text",
            (folder, value) -> write(folder.resolve("x.zip"), zip("a", text(value)))));
    places.put(
        "Parquet in ZIP in ZIP in gzip",
        at(
            "entry 1, entry 1, column email",
            (folder, value) ->
                write(
                    folder.resolve("x.zip.gz"),
                    ParquetPlant.gzip(
                        zip("b.zip", zip("c", new ParquetPlant().value(value).bytes()))))));
    places.put(
        "a ZIP's entry name",
        at(
            "entry 1, name",
            (folder, value) -> write(folder.resolve("x.zip"), zip(value, text("nothing")))));
    places.put(
        "a workbook's shared texts",
        at(
            "xl/sharedStrings.xml, text",
            (folder, value) ->
                write(
                    folder.resolve("x.xlsx"),
                    zip(
                        "xl/sharedStrings.xml",
                        ("<?xml version=\"1.0\"?><sst><si><r><t>"
                                + value.substring(0, 2)
                                + "</t></r><r><t>"
                                + value.substring(2)
                                + "</t></r></si></sst>")
                            .getBytes(UTF_8)))));
    places.put(
        "text of a PDF",
        at("page 1", (folder, value) -> pdf(folder.resolve("x.pdf"), value, "no title")));
    places.put(
        "metadata of a PDF",
        at("object", (folder, value) -> pdf(folder.resolve("x.pdf"), "nothing", value)));
    places.put(
        "a sealed copy",
        at(
            "sealed, text",
            (folder, value) -> {
              String identity = "ab".repeat(32);
              Path copy = folder.resolve("landing/crm/" + identity + ".sealed");
              Files.createDirectories(copy.getParent());
              try (OutputStream out = Planted.KEYS.sealing(Files.newOutputStream(copy), identity)) {
                out.write(text(value));
              }
            }));
    places.put(
        "the name of a file",
        new Place(
            "name",
            (folder, value) -> write(folder.resolve("sheet of " + value + ".txt"), text("nothing")),
            true));
    places.put(
        "the name of an empty folder",
        new Place(
            "name",
            (folder, value) ->
                Files.createDirectories(
                    folder.resolve("t/name=" + URLEncoder.encode(value, UTF_8))),
            true));
    return places;
  }

  private static Place parquet(String place, Function<String, ParquetPlant> plant) {
    return at(
        "column email" + place,
        (folder, value) -> plant.apply(value).write(folder.resolve("t/part-0.parquet")));
  }

  private static Place text(String place, String file, UnaryOperator<String> content) {
    return at(
        place,
        (folder, value) -> write(folder.resolve(file), content.apply(value).getBytes(UTF_8)));
  }

  private static String stats(String value) {
    return "{\"numRecords\":1,\"minValues\":{\"email\":" + quoted(value) + "}}";
  }

  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            each ->
                escaped.append(
                    each < 0x80
                        ? Character.toString(each)
                        : "\\u" + HexFormat.of().toHexDigits((char) each)));
    return escaped.toString();
  }

  private static byte[] text(String value) {
    return ("about " + value + "\nand so on\n").getBytes(UTF_8);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    write(file, bytes, 0);
  }

  private static void write(Path file, byte[] bytes, int from) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes, from, bytes.length - from);
    }
  }

  private static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] tar(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry("a.txt");
      entry.setSize(bytes.length);
      tar.putArchiveEntry(entry);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  private static void pdf(Path file, String text, String title) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      document.getDocumentInformation().setTitle(title);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(text);
        content.endText();
      }
      document.save(file.toFile());
    }
  }
}
