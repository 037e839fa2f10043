package org.recordlake.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.recordlake.problem.Failure;

/**
 * Where the report pack goes: written straight into a local folder, or beside it and copied, if the
 * pack's home is an object store.
 */
public final class PackFolder {
  private static final String FINGERPRINT = ".fingerprint";

  private final String uri;
  private final Configuration hadoop;
  private final java.nio.file.Path staging;
  private final boolean local;

  private PackFolder(String uri, Configuration hadoop) {
    this.uri = uri;
    this.hadoop = hadoop;
    this.local = !uri.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") || uri.startsWith("file:");
    this.staging = local ? java.nio.file.Path.of(uri.replaceFirst("^file:/*", "/")) : temporary();
  }

  public static PackFolder of(JobContext context) {
    return new PackFolder(
        context.settings().reportsUri(),
        context.lake().spark().sparkContext().hadoopConfiguration());
  }

  public String uri() {
    return uri;
  }

  /** Local folder to write into. */
  public java.nio.file.Path staging() {
    return staging;
  }

  /** What the pack that lies there was made from. */
  public Optional<String> fingerprint() {
    Path file = new Path(uri, FINGERPRINT);
    try {
      FileSystem storage = file.getFileSystem(hadoop);
      if (!storage.exists(file)) {
        return Optional.empty();
      }
      try (InputStream in = storage.open(file)) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** Brings what was written to where it belongs. */
  public void copy() {
    if (local) {
      return;
    }
    try {
      Path target = new Path(uri);
      FileUtil.copy(
          new java.io.File(staging.toString()), target.getFileSystem(hadoop), target, true, hadoop);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** Makes the written pack the current one; the fingerprint goes last. */
  public void publish(String fingerprint) {
    copy();
    try {
      Path target = new Path(uri);
      FileSystem storage = target.getFileSystem(hadoop);
      try (OutputStream out = storage.create(new Path(uri, FINGERPRINT), true)) {
        out.write(fingerprint.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private static java.nio.file.Path temporary() {
    try {
      return Files.createTempDirectory("recordlake-reports");
    } catch (IOException e) {
      throw Failure.storage(
          "no temporary folder can be made",
          System.getProperty("java.io.tmpdir"),
          "Free some space there",
          e);
    }
  }

  private Failure unreachable(IOException cause) {
    return Failure.storage(
        "the report folder cannot be read or written",
        uri,
        "Check the address and the permissions",
        cause);
  }
}
