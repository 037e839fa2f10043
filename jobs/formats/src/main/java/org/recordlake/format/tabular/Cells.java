package org.recordlake.format.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;

/** Gathers the cells of one row; what is not put stays empty. */
public final class Cells {
  private static final int USUAL = 16;

  private final List<String> columns = new ArrayList<>(USUAL);
  private final List<String> values = new ArrayList<>(USUAL);

  public Cells put(String column, String value) {
    columns.add(column);
    values.add(value);
    return this;
  }

  public Cells put(String column, Optional<String> value) {
    value.ifPresent(text -> put(column, text));
    return this;
  }

  /** The row of {@code table} that lies at {@code fields}. */
  public RawRow row(TableShape table, Fields fields) {
    return table.row(fields.line(), columns, values, fields::raw);
  }

  public RawRow row(TableShape table, long line, String raw) {
    return table.row(line, columns, values, () -> raw);
  }
}
