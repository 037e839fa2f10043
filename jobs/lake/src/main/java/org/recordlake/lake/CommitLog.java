package org.recordlake.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.recordlake.problem.Failure;

/** What the single commits of a Delta log tell, read as the protocol writes them. */
final class CommitLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CommitLog() {}

  /** The user metadata of one commit. */
  static Optional<String> note(FileSystem files, String location, long version) {
    return info(files, location, version)
        .filter(info -> info.hasNonNull("userMetadata"))
        .map(info -> info.get("userMetadata").asText());
  }

  /**
   * The files that came and went after {@code since}; empty if the log no longer tells.
   *
   * @param since number of a commit
   */
  static Optional<FileChanges> filesSince(
      FileSystem files, String location, long since, long latest) {
    FileChanges.Builder changes = new FileChanges.Builder();
    for (long version = since + 1; version <= latest; version++) {
      Optional<List<JsonNode>> actions = actions(files, location, version);
      if (actions.isEmpty()) {
        return Optional.empty();
      }
      actions.get().forEach(changes::see);
    }
    return Optional.of(changes.build());
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
    return actions(files, location, version)
        .flatMap(
            actions ->
                actions.stream()
                    .map(action -> action.path("commitInfo"))
                    .filter(info -> !info.isMissingNode())
                    .findFirst());
  }

  /** The lines of one commit; empty if it is no longer there. */
  private static Optional<List<JsonNode>> actions(FileSystem files, String location, long version) {
    Path commit = new Path(location, String.format(Locale.ROOT, "_delta_log/%020d.json", version));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(commit), StandardCharsets.UTF_8))) {
      List<JsonNode> actions = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        actions.add(JSON.readTree(line));
      }
      return Optional.of(actions);
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
