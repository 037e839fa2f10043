package org.recordlake.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.recordlake.catalog.TableSpec;
import org.recordlake.certificate.DestroyedFile;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Purge;

/**
 * Lists files before a purge destroys them, on storage, so that a certificate can tell of them even
 * if the run dies in between. The first {@value #HASHED_MB} megabytes of each table are read and
 * hashed; of the others name and size are noted.
 */
final class DoomedFiles {
  private static final int HASHED_MB = 64;

  /** Folder below that of the certificates. */
  private static final String NOTES = ".notes/files";

  /** Names that Delta gives tell nothing; what others left there may be named after somebody. */
  private static final Pattern RANDOM_NAME =
      Pattern.compile(
          "(_change_data/|_delta_log/)?\\.?(part|cdc)-\\d{5}-[0-9a-f-]{36}[.\\w-]*"
              + "|_delta_log/\\.\\d*\\.[.\\w-]*");

  private final JobContext context;
  private final CertificateFolder folder;

  DoomedFiles(JobContext context) {
    this.context = context;
    this.folder = new CertificateFolder(context.lake());
  }

  /** Notes the files of {@code table} that a purge is about to destroy. */
  Purge.Witness of(String table) {
    return (storage, root, doomed) -> {
      if (!doomed.isEmpty()) {
        TableSpec spec = context.catalog().table(table);
        folder.write(
            NOTES + "/" + table + "." + context.runId() + ".csv",
            DestroyedFile.list(files(spec, storage, root, doomed)));
      }
    };
  }

  /** What was noted of these tables since the last certificate, each file once. */
  List<DestroyedFile> noted(Set<String> tables) {
    Map<String, DestroyedFile> files = new LinkedHashMap<>();
    notes(tables)
        .map(Map.Entry::getValue)
        .map(DestroyedFile::read)
        .flatMap(Collection::stream)
        .forEach(file -> files.putIfAbsent(file.table() + "/" + file.name(), file));
    return List.copyOf(files.values());
  }

  /** A certificate tells of them now. */
  void forget(List<DestroyedFile> told) {
    Set<DestroyedFile> known = Set.copyOf(told);
    folder
        .below(NOTES)
        .forEach(
            (name, note) -> {
              List<DestroyedFile> left =
                  DestroyedFile.read(note).stream().filter(file -> !known.contains(file)).toList();
              if (left.isEmpty()) {
                folder.remove(NOTES + "/" + name);
              } else {
                folder.write(NOTES + "/" + name, DestroyedFile.list(left));
              }
            });
  }

  private Stream<Map.Entry<String, byte[]>> notes(Set<String> tables) {
    return folder.below(NOTES).entrySet().stream()
        .filter(note -> tables.contains(note.getKey().substring(0, note.getKey().indexOf('.'))));
  }

  private List<DestroyedFile> files(
      TableSpec table, FileSystem storage, Path root, List<FileStatus> doomed) throws IOException {
    List<DestroyedFile> files = new ArrayList<>();
    long toHash = HASHED_MB << 20;
    for (FileStatus file : doomed) {
      String path = Purge.relative(root, file.getPath());
      String name = RANDOM_NAME.matcher(path).matches() ? path : context.protector().token(path);
      Optional<String> sha256 = Optional.empty();
      if (file.getLen() <= toHash) {
        toHash -= file.getLen();
        sha256 = Optional.of(sha256(storage, file.getPath()));
      }
      files.add(new DestroyedFile(table.qualifiedName(), name, file.getLen(), sha256));
    }
    return files;
  }

  private static String sha256(FileSystem storage, Path path) throws IOException {
    try (InputStream in = storage.open(path);
        DigestInputStream hashed =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      hashed.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
    }
  }
}
