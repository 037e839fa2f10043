package org.recordlake.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.types.StructType;
import org.recordlake.problem.Failure;

/** What a Delta log tells without running a Spark job. */
final class CommitLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CommitLog() {}

  static Snapshot snapshot(SparkSession spark, String location) {
    DeltaLog log = DeltaLog.forTable(spark, location);
    return log.update(false, scala.Option.empty(), scala.Option.empty());
  }

  static long version(SparkSession spark, String location) {
    return snapshot(spark, location).version();
  }

  static StructType schema(SparkSession spark, String location) {
    return snapshot(spark, location).schema();
  }

  /** The user metadata of one commit. */
  static Optional<String> note(FileSystem files, String location, long version) {
    return info(files, location, version)
        .filter(info -> info.hasNonNull("userMetadata"))
        .map(info -> info.get("userMetadata").asText());
  }

  /** Whether one commit did nothing but delete rows by their keys. */
  static boolean onlyDeleted(FileSystem files, String location, long version) {
    return info(files, location, version)
        .filter(info -> info.path("operation").asText().equals("MERGE"))
        .map(info -> info.path("operationParameters"))
        .filter(what -> clauses(what, "matchedPredicates").equals("[{\"actionType\":\"delete\"}]"))
        .filter(what -> clauses(what, "notMatchedPredicates").equals("[]"))
        .isPresent();
  }

  private static String clauses(JsonNode parameters, String name) {
    return parameters.path(name).asText().replaceAll("\\s", "");
  }

  private static Optional<JsonNode> info(FileSystem files, String location, long version) {
    Path commit = new Path(location, String.format(Locale.ROOT, "_delta_log/%020d.json", version));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(commit), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode info = JSON.readTree(line).path("commitInfo");
        if (!info.isMissingNode()) {
          return Optional.of(info);
        }
      }
      return Optional.empty();
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Failure.storage(
          "a commit of the table cannot be read",
          commit.toString(),
          "Restore the file or rebuild the table with --full",
          e);
    }
  }
}
