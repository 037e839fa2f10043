package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.job.JobContext;
import org.recordlake.lake.StoredChannel;
import org.recordlake.problem.Failure;
import org.recordlake.scan.LocalFolder;
import org.recordlake.scan.ResidueScan;
import org.recordlake.scan.ScanKeys;
import org.recordlake.scan.result.ScanHit;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.schedule.HeldWords;
import org.recordlake.schedule.Holds;

/**
 * The lake's own copies of dropped files in which something destroyed still stands. They go with
 * it, before their usual day. Two kinds stay, and are told of: those that a hold covers, and those
 * of files that were set aside as a whole, of which nobody knows yet what they are.
 */
final class ErasedCopies {
  private static final String LEDGER = "ingested_files";
  private static final String FOLDER = "landing";
  private static final String SEALED = ".sealed";

  private final JobContext context;

  ErasedCopies(JobContext context) {
    this.context = context;
  }

  /**
   * @param destroyed copies that are gone
   * @param kept paths below the lake of those that stay although something destroyed stands in them
   */
  record Outcome(long destroyed, Set<String> kept) {}

  /** Destroys those that go. */
  Outcome destroy(ResidueTokens sought) {
    Found found = find(sought);
    found.going().forEach(this::delete);
    note(found.going().stream().map(ErasedCopies::hash).toList());
    return new Outcome(found.going().size(), found.kept());
  }

  /** Paths below the lake of those that stay, whatever is destroyed. */
  Set<String> kept(ResidueTokens sought) {
    return find(sought).kept();
  }

  /** Copies in which something destroyed stands. */
  private record Found(List<String> going, Set<String> kept) {}

  private Found find(ResidueTokens sought) {
    Optional<Path> folder = LocalFolder.local(context.lake().root() + "/" + FOLDER);
    if (folder.isEmpty() || !java.nio.file.Files.exists(folder.get())) {
      return new Found(List.of(), Set.of());
    }
    Set<String> named =
        ResidueScan.of(
                LocalFolder.of(Map.of(FOLDER, folder.get())),
                sought,
                ScanKeys.of(context.protector()))
            .run()
            .hits()
            .stream()
            .map(ScanHit::path)
            .collect(Collectors.toSet());
    if (named.isEmpty()) {
      return new Found(List.of(), Set.of());
    }
    Map<String, Row> known = known(named);
    HeldWords held = Holds.on(context).words();
    Map<Boolean, List<String>> stays =
        named.stream().collect(Collectors.partitioningBy(copy -> stays(copy, known, held)));
    return new Found(stays.get(false), Set.copyOf(stays.get(true)));
  }

  private boolean stays(String copy, Map<String, Row> known, HeldWords held) {
    Row file = known.get(hash(copy));
    return file != null && (isSetAside(file) || isHeld(held, copy, file));
  }

  private Map<String, Row> known(Set<String> copies) {
    Map<String, Row> known = new HashMap<>();
    context
        .lake()
        .read(LEDGER)
        .where(col("file_sha256").isin(copies.stream().map(ErasedCopies::hash).toArray()))
        .groupBy("file_sha256")
        .agg(collect_set("table_name").as("tables"), collect_set("status").as("states"))
        .collectAsList()
        .forEach(row -> known.put(row.getString(0), row));
    return known;
  }

  private static boolean isSetAside(Row file) {
    return !file.<String>getList(2).stream().allMatch("committed"::equals);
  }

  private boolean isHeld(HeldWords held, String copy, Row file) {
    org.apache.hadoop.fs.Path path = path(copy);
    return held.inFile(
        new HashSet<>(file.getList(1)),
        () ->
            Channels.newInputStream(
                context
                    .protector()
                    .unsealed(StoredChannel.open(context.lake().fileSystem(), path), hash(copy))));
  }

  private void delete(String copy) {
    try {
      context.lake().fileSystem().delete(path(copy), false);
    } catch (IOException e) {
      throw Failure.storage(
          "a copy of a dropped file cannot be destroyed",
          FOLDER,
          "Check the permissions, then run again",
          e);
    }
  }

  private void note(List<String> hashes) {
    if (!hashes.isEmpty()) {
      Dataset<Row> gone =
          context
              .lake()
              .read(LEDGER)
              .where(col("file_sha256").isin(hashes.toArray()))
              .withColumn("copy_destroyed_at", lit(Timestamp.from(context.clock().instant())));
      context.lake().ledger(LEDGER).merge(gone.collectAsList());
    }
  }

  private org.apache.hadoop.fs.Path path(String copy) {
    return new org.apache.hadoop.fs.Path(context.lake().root(), copy);
  }

  private static String hash(String copy) {
    String name = copy.substring(copy.lastIndexOf('/') + 1);
    int end = name.indexOf(SEALED);
    return end < 0 ? name : name.substring(0, end);
  }
}
