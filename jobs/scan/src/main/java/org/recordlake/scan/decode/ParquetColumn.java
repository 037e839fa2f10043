package org.recordlake.scan.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/**
 * A column of a Parquet file: a leaf of its schema.
 *
 * @param name names from the root, as they may be told
 * @param repetition highest repetition level
 * @param definition highest definition level
 */
record ParquetColumn(String name, SchemaElement leaf, int repetition, int definition) {

  /** The leaves in order, as chunks stand in row groups. */
  static List<ParquetColumn> of(List<SchemaElement> schema, UnaryOperator<String> shown) {
    List<ParquetColumn> columns = new ArrayList<>();
    int next = 1;
    for (int child = 0; child < schema.get(0).getNum_children(); child++) {
      next = below(schema, next, new ParquetColumn("", schema.get(0), 0, 0), shown, columns);
    }
    return columns;
  }

  private static int below(
      List<SchemaElement> schema,
      int at,
      ParquetColumn parent,
      UnaryOperator<String> shown,
      List<ParquetColumn> columns) {
    SchemaElement element = schema.get(at);
    FieldRepetitionType repeats = element.getRepetition_type();
    ParquetColumn here =
        new ParquetColumn(
            (parent.name.isEmpty() ? "" : parent.name + ".") + shown.apply(element.getName()),
            element,
            parent.repetition + (repeats == FieldRepetitionType.REPEATED ? 1 : 0),
            parent.definition + (repeats == FieldRepetitionType.REQUIRED ? 0 : 1));
    if (element.getNum_children() == 0) {
      columns.add(here);
      return at + 1;
    }
    int next = at + 1;
    for (int child = 0; child < element.getNum_children(); child++) {
      next = below(schema, next, here, shown, columns);
    }
    return next;
  }
}
