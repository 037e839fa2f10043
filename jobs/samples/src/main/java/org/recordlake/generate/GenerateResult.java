package org.recordlake.generate;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was generated.
 *
 * @param rows rows written by table name, truth files not counted
 * @param files files written, media and truth included
 */
public record GenerateResult(Map<String, Long> rows, long files) implements Serializable {
  static final GenerateResult NOTHING = new GenerateResult(Map.of(), 0);

  public GenerateResult {
    rows = new TreeMap<>(rows);
  }

  GenerateResult plus(GenerateResult other) {
    Map<String, Long> sum = new TreeMap<>(rows);
    other.rows.forEach((table, count) -> sum.merge(table, count, Long::sum));
    return new GenerateResult(sum, files + other.files);
  }
}
