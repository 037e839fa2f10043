package org.recordlake.retention;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.problem.Failure;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.scan.token.Salt;
import org.recordlake.scan.token.TokenFile;

/**
 * Tokens of the values that disposals destroyed, one file a run in the lake's folder {@code
 * disposals}: those to be looked for in {@code pending}, and in {@code verified} those of which a
 * scan found nothing.
 */
final class ErasedTokens {
  /** Names the salt that the lake's keys give its tokens. */
  private static final String SALT = "disposals";

  private static final String ENDING = ".jsonl";

  private final Lake lake;
  private final JobContext context;
  private final Path pending;
  private final Path verified;

  ErasedTokens(JobContext context) {
    this.context = context;
    this.lake = context.lake();
    this.pending = new Path(lake.root(), "disposals/pending");
    this.verified = new Path(lake.root(), "disposals/verified");
  }

  Salt salt() {
    return Salt.of(SALT, context.protector());
  }

  /** Writes the tokens of this run, before what they are of is destroyed. */
  void write(ResidueTokens tokens) {
    Path file = new Path(pending, context.asOf() + "-" + context.runId() + ENDING);
    Path part = file.suffix(".part");
    FileSystem storage = lake.fileSystem();
    try {
      try (Writer out =
          new OutputStreamWriter(storage.create(part, true), StandardCharsets.UTF_8)) {
        for (String line : TokenFile.lines(tokens.withoutSalt())) {
          out.write(line + "\n");
        }
      }
      storage.delete(file, false);
      storage.rename(part, file);
    } catch (IOException e) {
      throw failed("written", e);
    }
  }

  /** What is to be looked for; empty if there is nothing. */
  Optional<ResidueTokens> sought() {
    return files(pending).stream().map(this::read).reduce(ResidueTokens::and);
  }

  /** Everything this lake ever destroyed, as far as its tokens are kept. */
  Optional<ResidueTokens> all() {
    List<FileStatus> files = new ArrayList<>(files(pending));
    files.addAll(files(verified));
    return files.stream().map(this::read).reduce(ResidueTokens::and);
  }

  /**
   * Notes that a scan found nothing of what is {@link #sought}, and removes what a killed run had
   * half written.
   */
  void settle() {
    FileSystem storage = lake.fileSystem();
    try {
      storage.mkdirs(verified);
      for (FileStatus file : storage.listStatus(pending)) {
        if (file.getPath().getName().endsWith(ENDING)) {
          storage.rename(file.getPath(), new Path(verified, file.getPath().getName()));
        } else {
          storage.delete(file.getPath(), false);
        }
      }
    } catch (IOException e) {
      throw failed("moved", e);
    }
  }

  private List<FileStatus> files(Path folder) {
    try {
      return List.of(lake.fileSystem().listStatus(folder, path -> path.getName().endsWith(ENDING)));
    } catch (FileNotFoundException nothingYet) {
      return List.of();
    } catch (IOException e) {
      throw failed("listed", e);
    }
  }

  private ResidueTokens read(FileStatus file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                lake.fileSystem().open(file.getPath()), StandardCharsets.UTF_8))) {
      return TokenFile.read(lines, "disposals/" + file.getPath().getName());
    } catch (IOException e) {
      throw failed("read", e);
    }
  }

  private Failure failed(String done, IOException cause) {
    return Failure.storage(
        "the tokens of what was destroyed cannot be " + done,
        pending.getParent().toString(),
        "Check free space and permissions, then run again",
        cause);
  }
}
