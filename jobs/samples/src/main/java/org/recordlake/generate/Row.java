package org.recordlake.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One row of a landing file: a value, or null for an empty one, for every column of its table. */
record Row(Table table, List<Object> values) {

  Row {
    if (values.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          "Cannot make a row of "
              + table.tableName()
              + ": "
              + values.size()
              + " values for "
              + table.columns().size()
              + " columns");
    }
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  Object value(String column) {
    return values.get(place(column));
  }

  Row with(String column, Object value) {
    List<Object> changed = new ArrayList<>(values);
    changed.set(place(column), value);
    return new Row(table, changed);
  }

  String text() {
    return table.format().line(this);
  }

  private int place(String column) {
    int place = table.columns().indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "Cannot find the column " + column + " in " + table.tableName());
    }
    return place;
  }
}
