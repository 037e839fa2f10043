package org.recordlake.ingest.land;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.recordlake.lake.Lake;

/**
 * The files that earlier runs took in, by their content and by where they lay, so that none is
 * taken twice. Some hundred bytes for each file, never for each row.
 */
public final class KnownFiles {
  /** The ledger of files. */
  public static final String TABLE = "ingested_files";

  /** Status of a file that was taken in. */
  public static final String COMMITTED = "committed";

  /** Those of an empty lake. */
  public static final KnownFiles NONE = new KnownFiles();

  private final Set<String> hashes = new HashSet<>();
  private final Set<String> sightings = new HashSet<>();
  private final Set<String> quarantined = new HashSet<>();
  private long quarantinedRows;
  private Optional<LocalDate> until = Optional.empty();

  private KnownFiles() {}

  public static KnownFiles of(Lake lake) {
    KnownFiles known = new KnownFiles();
    if (lake.exists(TABLE)) {
      lake.read(TABLE)
          .select(
              "file_sha256",
              "source_folder",
              "file_name",
              "size_bytes",
              "file_modified_at",
              "status",
              "quarantined",
              "copy_destroyed_at",
              "copy_due_on")
          .collectAsList()
          .forEach(known::add);
    }
    return known;
  }

  private void add(Row row) {
    hashes.add(row.getString(0));
    sightings.add(
        sighting(
            row.getString(1), row.getString(2), row.getLong(3), row.getTimestamp(4).getTime()));
    boolean whole = !row.getString(5).equals(COMMITTED);
    long rows = row.getLong(6);
    if (row.isNullAt(7) && (whole || rows > 0)) {
      if (whole) {
        quarantined.add(row.getString(0));
      } else {
        quarantinedRows += rows;
      }
      LocalDate due = row.getDate(8).toLocalDate();
      until = until.filter(day -> day.isBefore(due)).or(() -> Optional.of(due));
    }
  }

  /** What was quarantined and can be taken again. */
  public QuarantineBacklog backlog() {
    return new QuarantineBacklog(quarantined.size(), quarantinedRows, until);
  }

  public boolean has(String sha256) {
    return hashes.contains(sha256);
  }

  boolean has(String source, String name, long size, long modified) {
    return sightings.contains(sighting(source, name, size, modified));
  }

  public int size() {
    return hashes.size();
  }

  private static String sighting(String source, String name, long size, long modified) {
    return String.join("|", source, name, Long.toString(size), Long.toString(modified));
  }
}
