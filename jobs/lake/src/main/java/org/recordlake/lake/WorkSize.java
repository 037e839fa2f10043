package org.recordlake.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recordlake.config.Settings;

/**
 * Whether a run has so little before it that compiling plans costs more than interpreting them: a
 * lake and a landing folder on local disk that hold less than {@link #SMALL} bytes together.
 */
final class WorkSize {
  private static final long SMALL = 64L << 20;

  private WorkSize() {}

  static boolean isSmall(Settings settings) {
    if (isRemote(settings.lake()) || isRemote(settings.landing().uri())) {
      return false;
    }
    long records = bytes(Path.of(settings.lake()).resolve("records"), SMALL);
    return records < SMALL
        && bytes(Path.of(settings.landing().uri()), SMALL - records) < SMALL - records;
  }

  /** Settings under which Spark interprets its plans and takes each in one go. */
  static Map<String, String> small() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("spark.sql.codegen.wholeStage", "false");
    values.put("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    values.put("spark.sql.adaptive.enabled", "false");
    // Plans of many columns spend more time inferring filters than small tables spend being read.
    values.put("spark.sql.constraintPropagation.enabled", "false");
    return values;
  }

  private static boolean isRemote(String uri) {
    return uri.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
  }

  /** Bytes of all files below {@code folder}, counted no further than {@code limit}. */
  private static long bytes(Path folder, long limit) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long[] total = {0};
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              total[0] += attributes.size();
              return total[0] < limit ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return total[0];
  }
}
