package org.recordlake.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.ColumnType;
import org.recordlake.catalog.PaperIndex;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.scan.LocalFolder;
import org.recordlake.scan.ResidueScan;
import org.recordlake.scan.ScanKeys;
import org.recordlake.scan.result.ScanHit;
import org.recordlake.scan.result.ScanResult;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.scan.token.Salt;
import org.recordlake.scan.token.TokenMaker;
import org.recordlake.testing.SharedSpark;

/**
 * A lake in which every personal text column of every records table has a value of its own, in one
 * row that is due and in one that is not.
 */
final class CanaryLake {
  private static final List<String> SHARED =
      List.of("customer_id", "meeting_id", "award_key", "event_id", "campaign_id");

  final SmallLake lake;
  private final Path folder;

  CanaryLake(Path folder) {
    this.folder = folder;
    this.lake = new SmallLake(folder);
  }

  /** Stores both rows in every table. */
  CanaryLake filled() throws IOException {
    for (TableSpec table : tables()) {
      lake.store(table.name(), row(table, "due", "2012-01-03"), row(table, "kept", "2026-11-01"));
      for (Column column : table.columns()) {
        if (column.protection() == Protection.MEDIA) {
          media(canary(table, column, "due"));
          media(canary(table, column, "kept"));
        }
      }
    }
    return this;
  }

  /** The same lake below another folder. */
  CanaryLake copied(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(folder.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return new CanaryLake(to);
  }

  /** Has all rows that are due destroyed, those of paper too once somebody destroyed it. */
  void destroyed() {
    lake.run(CanaryMatrixTest.TODAY, new RetentionDelete());
    PaperIndex paper = context().catalog().paper().orElseThrow();
    String file = canary(paper.table().name(), paper.key(), "due");
    ConfirmDestruction.Word word =
        new ConfirmDestruction.Word(
            "shredding", LocalDate.parse(CanaryMatrixTest.TODAY), "A. Person");
    lake.run(CanaryMatrixTest.TODAY, new ConfirmDestruction(List.of(file), word, ""));
    lake.run(CanaryMatrixTest.TODAY, new RetentionDelete());
  }

  List<TableSpec> tables() {
    return context().catalog().tables(Zone.RECORDS).stream()
        .filter(table -> !table.retention().isEmpty())
        .toList();
  }

  JobContext context() {
    return lake.on(CanaryMatrixTest.TODAY);
  }

  /** Table and column of every value of the rows that are due. */
  TreeSet<String> labels() {
    return tables().stream()
        .flatMap(
            table ->
                ErasedValues.personal(table).stream()
                    .map(column -> table.name() + "." + column.name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Labels of what a scan finds of the rows called {@code who}. */
  TreeSet<String> found(String who) {
    return scan(who).hits().stream()
        .map(ScanHit::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  ScanResult scan(String who) {
    return ResidueScan.of(
            LocalFolder.of(Map.of("lake", lake.folder())), tokens(who), ScanKeys.of(keys()))
        .run();
  }

  /** Tables kept with and without a checkpoint and a change feed, each after a broken-off write. */
  void keepInFourWays(int turn) throws IOException {
    int way = turn;
    for (TableSpec table : tables()) {
      boolean checkpoint = (way & 1) == 1;
      boolean changeFeed = (way & 2) == 2;
      if (checkpoint || changeFeed) {
        set(
            table,
            "'delta.checkpointInterval'='%d', 'delta.enableChangeDataFeed'='%s'"
                .formatted(checkpoint ? 1 : 100, changeFeed));
      }
      breakOffWrite(table);
      way++;
    }
  }

  private void set(TableSpec table, String properties) {
    SharedSpark.session()
        .sql(
            "ALTER TABLE delta.`%s` SET TBLPROPERTIES (%s)"
                .formatted(context().lake().location(table.name()), properties));
  }

  /** What a write that was broken off leaves: data files and a commit that no version has. */
  private void breakOffWrite(TableSpec table) throws IOException {
    Path data = lake.folder().resolve(table.path());
    List<Path> files;
    try (Stream<Path> all = Files.list(data)) {
      files = all.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
    for (Path file : files) {
      Files.copy(file, data.resolve("part-09999-" + file.getFileName()));
    }
    Files.writeString(
        data.resolve("_delta_log/.00000000000000000099.json.0001.tmp"),
        "{\"add\":{\"stats\":\"" + canary(table, table.columns().get(0), "due") + "\"}}");
  }

  /** A copy of a dropped file that was taken in. */
  void landingCopy(String content) throws IOException {
    String hash = "ab".repeat(32);
    Path copy = lake.folder().resolve("landing/crm/" + hash + ".sealed");
    Files.createDirectories(copy.getParent());
    try (OutputStream out = keys().sealing(Files.newOutputStream(copy), hash)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    lake.store(
        "ingested_files",
        Map.of("file_sha256", hash, "table_name", "customers", "status", "committed"));
  }

  void rowSetAside(String id, String json) {
    lake.store(
        "quarantine",
        Map.of(
            "file_sha256",
            id,
            "table_name",
            "contacts",
            "arrived_on",
            CanaryMatrixTest.TODAY,
            "raw_sealed",
            keys().seal(json)));
  }

  void media(String name) throws IOException {
    Path media = lake.folder().resolve("media");
    Files.createDirectories(media);
    Files.writeString(media.resolve(name), "pixels");
  }

  org.recordlake.protect.Protector keys() {
    return context().protector();
  }

  String canary(String table, String column, String who) {
    TableSpec spec = context().catalog().table(table);
    return canary(spec, spec.storedColumn(column).orElseThrow(), who);
  }

  private ResidueTokens tokens(String who) {
    TokenMaker maker = new TokenMaker(Salt.of("test", keys()));
    for (TableSpec table : tables()) {
      for (Column column : ErasedValues.personal(table)) {
        maker.add(table.name() + "." + column.name(), canary(table, column, who));
      }
    }
    return maker.made();
  }

  private static Map<String, Object> row(TableSpec table, String who, String day) {
    Map<String, Object> row = new HashMap<>();
    for (Column column : table.storedColumns()) {
      boolean tells = column.pii().personal() || table.key().contains(column.name());
      if (column.type().equals(ColumnType.STRING) && tells) {
        row.put(column.name(), canary(table, column, who));
      } else if (column.type().equals(ColumnType.DATE)) {
        row.put(column.name(), day);
      }
    }
    row.put("method", "ach");
    if (who.equals("kept")) {
      row.remove("relationship_ended_on");
      row.remove("ceased_on");
    }
    return row;
  }

  /** Two words that stand nowhere else; keys that lead to other tables are the same in all. */
  private static String canary(TableSpec table, Column column, String who) {
    String place = SHARED.contains(column.name()) ? "" : table.name();
    List<String> words = new ArrayList<>();
    for (String seed : List.of("one", "other")) {
      int hash = (seed + place + column.name() + who).hashCode();
      words.add("Zq" + Integer.toString(hash & 0x7fffffff, 26).replaceAll("\\d", "x") + "y");
    }
    return String.join(" ", words) + (who + place + column.name()).replaceAll("[^a-z]", "");
  }
}
