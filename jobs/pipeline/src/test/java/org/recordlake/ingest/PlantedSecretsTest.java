package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.ColumnType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobResult;
import org.recordlake.testing.LogLines;
import org.recordlake.testing.MadeWorkbook;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.TestRun;

/**
 * Card and account numbers, codes, PINs and magnetic stripes in every field of every layout, in
 * titles, remarks, odd columns and broken rows: one ingest of them all, then every byte and every
 * value it left is looked at.
 */
class PlantedSecretsTest {
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private static final int SAMPLE = 3;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{10,}");
  private static final Pattern PRINTED = Pattern.compile("[0-9]{4}(?:[ -][0-9]{4}){3}");
  private static final Pattern SHORT = Pattern.compile("(?<![0-9A-Za-z])[0-9]{6}(?![0-9A-Za-z])");

  @TempDir Path folder;
  private TestRun run;
  private final Secrets secrets = new Secrets();
  private final Planted planted = new Planted(secrets);
  private int files;

  @BeforeEach
  void lake() {
    run =
        new TestRun(folder)
            .with("ingest.maxQuarantinedShare", "1")
            .source(
                "hotline",
                "folder: hotline",
                "form: csv",
                "header: [Call, Customer, Day, Clerk, Outcome, Note]",
                "tables:",
                "  - table: sales_calls",
                "    columns:",
                "      call_id: Call",
                "      customer_id: Customer",
                "      called_on: Day",
                "      employee_name: Clerk",
                "      outcome: {value: quoted}",
                "      notes: Note");
  }

  @Test
  @DisplayName(
      "No number lies open, no code lies anywhere, whatever field of whatever file it came in")
  void nothingOpenNothingKept() throws IOException {
    dropExports();
    dropSamples();
    dropPacked();
    drop("odd", "unknown.txt", bytes("nobody knows this\n" + secrets.words() + "\n"));
    JobResult result;
    List<String> said;
    try (LogLines log = LogLines.listen()) {
      said = new ArrayList<>(new Ingest().plan(run.context()).lines());
      result = run.run(new Ingest());
      said.addAll(log.lines());
    }
    said.addAll(run.notes());
    result.problems().forEach(problem -> said.add(problem.toString()));
    assertTaken(result);
    assertThat(found(String.join("\n", said), everything())).as("logs and notes").isEmpty();
    TreeMap<String, Set<String>> open = new TreeMap<>();
    Set<String> everything = everything();
    for (Path file : files(run.lakeFolder())) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      note(open, folder.relativize(file.getParent()).toString(), found(bytes, everything));
    }
    for (Path table : tables()) {
      values(table, open);
    }
    assertThat(open).isEmpty();
  }

  private void assertTaken(JobResult result) {
    assertThat(result.counts().get("stored")).isGreaterThan(500);
    assertThat(result.counts().get("quarantined")).isGreaterThan(500);
    Set<String> formats =
        run
            .table("ingested_files")
            .where("rows_read > quarantined + outside_catalogue")
            .select("format")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    assertThat(formats).contains("mapped:hotline").hasSizeGreaterThan(30);
  }

  /**
   * Every value of every data file, whether a version names it or not, opened where it is sealed.
   */
  private void values(Path table, TreeMap<String, Set<String>> open) {
    List<Row> rows =
        SharedSpark.session()
            .read()
            .option("recursiveFileLookup", true)
            .parquet(table.toString())
            .collectAsList();
    for (Row row : rows) {
      for (int i = 0; i < row.size(); i++) {
        String column = table.getFileName() + "." + row.schema().fieldNames()[i];
        String value = String.valueOf(row.get(i));
        if (row.get(i) != null && column.endsWith("_sealed")) {
          note(open, column + " opened", codes(run.context().protector().unseal(value)));
        } else if (!column.matches(".*(_token|_last4|_bytes|sha256)")) {
          note(open, column, codes(value));
          note(open, column, found(value, secrets.numbers()));
        }
      }
    }
  }

  /** Codes in {@code value}; the groups of a printed card, other digits before them, are none. */
  private Set<String> codes(String value) {
    Set<String> found = found(value, secrets.codes());
    Set<String> parts =
        Pattern.compile("(?<![0-9A-Za-z.:-])[0-9]{4}(?![0-9A-Za-z.:-])")
            .matcher(value.replaceAll("ending [0-9]{4}|(?<![0-9])[0-9]{4}([ -][0-9]{4}){3,}", ""))
            .results()
            .map(match -> match.group())
            .collect(Collectors.toSet());
    parts.retainAll(secrets.shortCodes());
    found.addAll(parts);
    return found;
  }

  private Set<String> everything() {
    Set<String> all = new HashSet<>(secrets.numbers());
    all.addAll(secrets.codes());
    return all;
  }

  private static void note(TreeMap<String, Set<String>> open, String place, Set<String> found) {
    if (!found.isEmpty()) {
      open.computeIfAbsent(place, key -> new HashSet<>()).addAll(found);
    }
  }

  /** Those of {@code wanted} that stand in {@code text}; short ones by themselves. */
  private static Set<String> found(String text, Set<String> wanted) {
    Set<String> found = new HashSet<>();
    for (Matcher run = DIGITS.matcher(text); run.find(); ) {
      for (int length : List.of(10, 12, 16)) {
        for (int at = run.start(); at + length <= run.end(); at++) {
          found.add(text.substring(at, at + length));
        }
      }
    }
    for (Pattern form : List.of(PRINTED, SHORT)) {
      form.matcher(text).results().forEach(match -> found.add(match.group()));
    }
    found.retainAll(wanted);
    return found;
  }

  private void dropExports() throws IOException {
    for (Path file :
        files(ProjectFolder.root().resolve("jobs/formats/src/test/resources/formats"))) {
      String name = file.getFileName().toString();
      String text =
          Files.readString(file)
              .replace("\uFEFF", "")
              .replace("2020", "2025")
              .replace("2021", "2026");
      boolean business = file.getParent().endsWith("business");
      if (name.endsWith(".ach")) {
        drop("bank", name, bytes(planted.ach(text)));
      } else if (name.endsWith(".json")) {
        drop("api", name, bytes(planted.answer(text)));
      } else if (name.matches(".*\\.(txt|vtt)")) {
        drop(
            "talk",
            name.startsWith("GMT") ? name : "GMT20260302-140005_" + name,
            bytes(planted.talk(text)));
      } else {
        char delimiter = delimiter(text);
        List<List<String>> rows = parsed(text, delimiter);
        drop(
            business ? "business" : "meetings-zoom",
            name,
            Planted.csv(
                business
                    ? planted.export(rows)
                    : planted.report(rows, !name.matches("zoom-polls-[abe].*|teams.*")),
                delimiter));
      }
    }
  }

  private void dropSamples() throws IOException {
    for (Path file : files(ProjectFolder.root().resolve("data-samples"))) {
      String name = file.getFileName().toString();
      String source = file.getParent().getFileName().toString();
      boolean text = name.matches(".*\\.(csv|jsonl)") && !source.matches("_.*|data-samples");
      if (!text) {
        continue;
      }
      List<String> lines = Files.readAllLines(file).stream().limit(SAMPLE).toList();
      if (name.endsWith(".jsonl")) {
        drop(source, name, bytes(planted.lines(lines, keys(name))));
      } else {
        List<List<String>> rows = parsed(String.join("\n", lines), ',');
        drop(source, name, Planted.csv(planted.catalogue(rows, keys(name)), ','));
      }
    }
  }

  private void dropPacked() throws IOException {
    Function<String, List<List<String>>> rows = name -> parsed(fixture(name), ',');
    List<List<String>> orders = planted.export(rows.apply("business/order-lines.csv"));
    // A cell of a worksheet stands under its column's name, however short its row is.
    orders.removeIf(row -> row.size() == Planted.RAGGED);
    drop("packed", "orders.xlsx", MadeWorkbook.of(orders));
    byte[] contacts = Planted.csv(planted.export(rows.apply("business/hubspot-contacts.csv")), ',');
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(contacts);
    }
    drop("packed", "contacts.csv.gz", gzip.toByteArray());
    byte[] accounts =
        Planted.csv(planted.export(rows.apply("business/salesforce-accounts.csv")), ',');
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("accounts.csv"));
      zip.write(accounts);
    }
    drop("packed", "accounts.zip", archive.toByteArray());
    List<List<String>> teams = parsed(fixture("meetings/teams-attendance.tsv"), '\t');
    String wide =
        new String(Planted.csv(planted.report(teams, false), '\t'), StandardCharsets.UTF_8);
    drop("packed", "teams.csv", ("\uFEFF" + wide).getBytes(StandardCharsets.UTF_16LE));
    List<List<String>> calls =
        List.of(
            List.of("Call", "Customer", "Day", "Clerk", "Outcome", "Note"),
            List.of("A", "C-1", "2026-11-02", "Jo Clerk", "sold", "called back"));
    drop("hotline", "calls.csv", Planted.csv(planted.export(calls), ','));
  }

  private static String fixture(String name) {
    return new String(org.recordlake.testing.ReadRows.fixture(name), StandardCharsets.UTF_8)
        .replace("\uFEFF", "");
  }

  private void drop(String source, String name, byte[] bytes) {
    files++;
    run.drop(source + "/%03d-%s".formatted(files, name), bytes);
  }

  private static Set<String> keys(String file) {
    TableSpec table = CATALOG.table(file.replaceAll("-.*", ""));
    return table.key().stream()
        .filter(name -> table.column(name).orElseThrow().type().equals(ColumnType.STRING))
        .collect(Collectors.toSet());
  }

  private static char delimiter(String text) {
    return text.contains("\t") ? '\t' : text.startsWith("\"age\";") ? ';' : ',';
  }

  private static List<List<String>> parsed(String text, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(text)
        .stream()
        .map(record -> record.getFields())
        .toList();
  }

  private List<Path> tables() throws IOException {
    try (Stream<Path> found = Files.walk(run.lakeFolder())) {
      return found.filter(path -> Files.isDirectory(path.resolve("_delta_log"))).toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
