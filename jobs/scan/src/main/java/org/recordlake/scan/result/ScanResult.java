package org.recordlake.scan.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;

/**
 * What a scan found. Equal files and tokens make equal results, whatever machine they lie on: paths
 * begin at the roots' names, and no time is told.
 *
 * @param saltId names the salt of the tokens
 * @param tokens how many were looked for
 * @param notSearchable by label, values that were not looked for as they cannot be told alone
 * @param roots names of the folders looked at
 * @param folders folders below them
 * @param links links below them, none of which was followed
 * @param scanned files and their bytes by kind
 * @param hits sorted
 * @param unread sorted
 */
public record ScanResult(
    String saltId,
    long tokens,
    SortedMap<String, Long> notSearchable,
    List<String> roots,
    long folders,
    long links,
    SortedMap<String, Volume> scanned,
    List<ScanHit> hits,
    List<Unread> unread) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  /** Files and their bytes on disk. */
  public record Volume(long files, long bytes) {}

  /** Whether everything was read and nothing was found. */
  public boolean clean() {
    return hits.isEmpty() && unread.isEmpty();
  }

  public long files() {
    return scanned.values().stream().mapToLong(Volume::files).sum();
  }

  public long bytes() {
    return scanned.values().stream().mapToLong(Volume::bytes).sum();
  }

  /** As JSON, the same bytes for the same result. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
