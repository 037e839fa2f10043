package org.recordlake.format.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.recordlake.format.tabular.Amounts;

/** Fields of a JSON object as cells. */
final class JsonText {
  private JsonText() {}

  static Optional<String> text(JsonNode item, String name) {
    JsonNode value = item.path(name);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(found -> !found.isEmpty())
        : Optional.empty();
  }

  static Optional<String> money(JsonNode item, String name) {
    JsonNode value = item.path(name);
    return value.isNumber()
        ? Optional.of(Amounts.plain(value.decimalValue()))
        : text(item, name).map(given -> Amounts.cell(given, Amounts.Decimal.POINT));
  }
}
