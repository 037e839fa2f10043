package org.recordlake.lake;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The data files of a table's version as the note tells that Delta keeps beside the commit of a
 * small table. Delta itself finds them by replaying the log in a Spark job, for every version of
 * every table and again for every query: on little data that is a third of a night.
 */
final class NotedFiles {
  private NotedFiles() {}

  /** Empty if there is no note, or it does not name every file. */
  static Optional<List<AddFile>> of(Snapshot snapshot) {
    if (snapshot.checksumOpt().isEmpty() || snapshot.checksumOpt().get().allFiles().isEmpty()) {
      return Optional.empty();
    }
    VersionChecksum note = snapshot.checksumOpt().get();
    List<AddFile> files = List.copyOf(CollectionConverters.asJava(note.allFiles().get()));
    return files.size() == note.numFiles() ? Optional.of(files) : Optional.empty();
  }

  /** From the note, or from the log if there is no whole one. */
  static List<AddFile> all(Snapshot snapshot) {
    return of(snapshot).orElseGet(() -> snapshot.allFiles().collectAsList());
  }

  /**
   * Those files, if each holds rows of the latest version and nothing else, in the table's own
   * columns: what a table of this program always is.
   */
  static Optional<List<AddFile>> plain(Snapshot snapshot) {
    boolean columnsByName =
        !snapshot.metadata().configuration().contains("delta.columnMapping.mode")
            && snapshot.metadata().partitionColumns().isEmpty();
    return of(snapshot)
        .filter(files -> columnsByName)
        .filter(files -> files.stream().allMatch(file -> file.deletionVector() == null));
  }
}
