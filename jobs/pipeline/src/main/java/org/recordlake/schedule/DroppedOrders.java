package org.recordlake.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.recordlake.format.Archive;
import org.recordlake.format.UnreadableFile;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Files of hold orders that lie in the landing folder and that the ledger of files does not know.
 */
final class DroppedOrders {
  private static final String MEDIA_FOLDER = "media";
  private static final String OWN_COPY = "[0-9a-f]{64}\\.sealed(\\.part)?";

  private final JobContext context;
  private final Set<String> folders;
  private final List<OrderFile> known;

  DroppedOrders(JobContext context, Set<String> folders, List<OrderFile> known) {
    this.context = context;
    this.folders = folders;
    this.known = known;
  }

  List<Problem> problems() {
    Path root = new Path(context.settings().landing().uri());
    try {
      FileSystem storage =
          root.getFileSystem(context.lake().spark().sparkContext().hadoopConfiguration());
      List<Problem> problems = new ArrayList<>();
      for (String folder : folders) {
        if (storage.exists(new Path(root, folder))) {
          look(storage, root, folder, "", problems);
        }
      }
      return problems;
    } catch (IOException e) {
      throw Failure.storage(
          "the landing folder cannot be read, and whether hold orders lie there cannot be said",
          context.settings().landing().uri(),
          "Check the address and the permissions",
          e);
    }
  }

  private void look(
      FileSystem storage, Path root, String folder, String within, List<Problem> problems)
      throws IOException {
    for (FileStatus status : storage.listStatus(new Path(root, folder + "/" + within))) {
      String simple = status.getPath().getName();
      String name = within + simple;
      if (simple.startsWith(".")
          || simple.startsWith("_")
          || name.equals(MEDIA_FOLDER)
          || simple.matches(OWN_COPY)) {
        continue;
      }
      if (status.isDirectory()) {
        look(storage, root, folder, name + "/", problems);
      } else if (!isKnown(storage, folder, name, status)) {
        problems.add(
            new Problem(
                "a file of hold orders was dropped and is not taken in yet",
                folder + "/" + name,
                "Run 'ingest' first"));
      }
    }
  }

  private boolean isKnown(FileSystem storage, String folder, String name, FileStatus status)
      throws IOException {
    boolean seen =
        known.stream()
            .anyMatch(
                file ->
                    file.folder().equals(folder)
                        && file.name().equals(name)
                        && file.size() == status.getLen()
                        && file.modifiedAt().toEpochMilli() == status.getModificationTime());
    return seen || contents(storage, status).stream().allMatch(hashes(folder)::contains);
  }

  private Set<String> hashes(String folder) {
    return known.stream()
        .filter(file -> file.folder().equals(folder))
        .map(OrderFile::sha256)
        .collect(Collectors.toSet());
  }

  private static List<String> contents(FileSystem storage, FileStatus status) throws IOException {
    if (Archive.isArchive(status.getPath().getName())) {
      try (InputStream in = storage.open(status.getPath())) {
        return Archive.entries(in).stream().map(Archive.Entry::sha256).toList();
      } catch (UnreadableFile damaged) {
        return whole(storage, status);
      }
    }
    return whole(storage, status);
  }

  private static List<String> whole(FileSystem storage, FileStatus status) throws IOException {
    try (InputStream in = storage.open(status.getPath())) {
      return List.of(Archive.hashed("", in).sha256());
    }
  }
}
