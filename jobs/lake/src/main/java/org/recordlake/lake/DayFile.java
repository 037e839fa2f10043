package org.recordlake.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Optional;
import org.recordlake.lake.engine.NotedFile;

/**
 * A data file whose rows all have a day.
 *
 * @param path below the table's folder
 * @param first the first of these days
 * @param last the last of them
 */
public record DayFile(String path, long bytes, LocalDate first, LocalDate last) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty if the statistics of {@code file} do not tell, or not each of its rows has a day. */
  static Optional<DayFile> of(NotedFile file, String column) {
    JsonNode statistics = file.statistics().map(DayFile::read).orElseGet(JSON::missingNode);
    JsonNode first = statistics.path("minValues").path(column);
    JsonNode last = statistics.path("maxValues").path(column);
    boolean dated = statistics.path("nullCount").path(column).asLong(1) == 0;
    return dated && first.isTextual() && last.isTextual()
        ? Optional.of(
            new DayFile(
                file.path(),
                file.bytes(),
                LocalDate.parse(first.asText()),
                LocalDate.parse(last.asText())))
        : Optional.empty();
  }

  private static JsonNode read(String statistics) {
    try {
      return JSON.readTree(statistics);
    } catch (JsonProcessingException unknown) {
      return JSON.missingNode();
    }
  }
}
