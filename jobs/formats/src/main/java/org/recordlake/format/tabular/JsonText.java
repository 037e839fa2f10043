package org.recordlake.format.tabular;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Fields of a JSON object as texts. */
public final class JsonText {
  private JsonText() {}

  /** What {@code item} says under the first of {@code names} under which it says anything. */
  public static Optional<String> text(JsonNode item, String... names) {
    for (String name : names) {
      JsonNode value = item.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        return Optional.of(value.asText().strip());
      }
    }
    return Optional.empty();
  }
}
