package org.recordlake.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the files of one chunk: a fixed number of districts, one file for each table. Chunks have
 * the same names and bytes whether they are written one after the other or side by side.
 */
final class ChunkWriter implements AutoCloseable {
  /** Districts in a chunk; with 300 customers each, a chunk has 3,000. */
  static final int COHORTS = 10;

  private final LandingStore store;
  private final long seed;
  private final String part;
  private final Map<Table, Writer> writers = new EnumMap<>(Table.class);
  private final Map<String, Long> rows = new TreeMap<>();
  private long files;

  private ChunkWriter(LandingStore store, long seed, int chunk) {
    this.store = store;
    this.seed = seed;
    this.part = String.format(Locale.ROOT, "%05d", chunk);
  }

  static int count(int customers) {
    return (Cohort.count(customers) + COHORTS - 1) / COHORTS;
  }

  static GenerateResult write(
      GenerateOptions options, int chunk, Map<String, String> storeSettings) {
    GeneratedLake lake =
        new GeneratedLake(
            options.seed(), options.timeline(), options.customers(), options.secondSource());
    LandingStore store = LandingStore.of(options.out(), storeSettings);
    try (ChunkWriter writer = new ChunkWriter(store, options.seed(), chunk)) {
      int end = StrictMath.min((chunk + 1) * COHORTS, lake.cohortCount());
      for (int cohort = chunk * COHORTS; cohort < end; cohort++) {
        lake.write(cohort, writer::accept);
      }
      return new GenerateResult(writer.rows, writer.files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(Row row) {
    try {
      writer(row.table()).append(row.text()).append('\n');
      if (!row.table().truth()) {
        rows.merge(row.table().tableName(), 1L, Long::sum);
      }
      if (row.table() == Table.SIGNATURES || row.table() == Table.MEETING_MEDIA) {
        media(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Writer writer(Table table) throws IOException {
    Writer writer = writers.get(table);
    if (writer == null) {
      writer =
          new BufferedWriter(
              new OutputStreamWriter(store.create(table.path(part)), StandardCharsets.UTF_8),
              1 << 16);
      writers.put(table, writer);
      writer.append(table.format().header(table));
      files++;
    }
    return writer;
  }

  private void media(Row row) throws IOException {
    String name = row.value("file_name").toString();
    try (OutputStream out = store.create(row.table().folder() + "/media/" + name)) {
      out.write(MediaFile.bytes(seed, name));
    }
    files++;
  }

  @Override
  public void close() throws IOException {
    IOException trouble = null;
    for (Writer writer : writers.values()) {
      try {
        writer.close();
      } catch (IOException e) {
        trouble = trouble == null ? e : trouble;
      }
    }
    if (trouble != null) {
      throw trouble;
    }
  }
}
