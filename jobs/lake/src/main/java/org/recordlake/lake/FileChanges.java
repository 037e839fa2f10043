package org.recordlake.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;

/**
 * Data files by which two versions of a table differ, as paths below its folder. Files that came
 * and went in between are in neither list.
 *
 * @param bytes size of the added ones
 */
record FileChanges(List<String> added, List<String> removed, long bytes) {
  FileChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** Sees the actions of a Delta log in their order. */
  static final class Builder {
    private final Map<String, Long> added = new LinkedHashMap<>();
    private final Map<String, Long> removed = new LinkedHashMap<>();

    void see(JsonNode action) {
      if (action.has("add")) {
        replace(action.get("add"), removed, added);
      } else if (action.has("remove")) {
        replace(action.get("remove"), added, removed);
      }
    }

    private static void replace(JsonNode file, Map<String, Long> undone, Map<String, Long> done) {
      String path = new Path(URI.create(file.get("path").asText())).toString();
      if (undone.remove(path) == null) {
        done.put(path, file.path("size").asLong());
      }
    }

    FileChanges build() {
      return new FileChanges(
          List.copyOf(added.keySet()),
          List.copyOf(removed.keySet()),
          added.values().stream().mapToLong(Long::longValue).sum());
    }
  }
}
