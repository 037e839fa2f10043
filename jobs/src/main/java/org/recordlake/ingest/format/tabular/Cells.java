package org.recordlake.ingest.format.tabular;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.recordlake.ingest.format.RawRow;
import org.recordlake.ingest.format.TableShape;

/** Gathers the cells of one row; what is not put stays empty. */
public final class Cells {
  private final Map<String, String> values = new LinkedHashMap<>();

  public Cells put(String column, String value) {
    values.put(column, value);
    return this;
  }

  public Cells put(String column, Optional<String> value) {
    value.ifPresent(text -> values.put(column, text));
    return this;
  }

  /** The row of {@code table} that lies at {@code fields}. */
  public RawRow row(TableShape table, Fields fields) {
    return table.row(fields.line(), values, fields.raw());
  }

  public RawRow row(TableShape table, long line, String raw) {
    return table.row(line, values, raw);
  }
}
