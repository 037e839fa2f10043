package org.recordlake.query;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How rows are written. */
public enum Format {
  /** Aligned columns for a person; values longer than 80 characters are cut. */
  TABLE {
    @Override
    void write(Dataset<Row> rows, PrintStream out) {
      new TextTable(rows.schema(), out).write(texts(rows));
    }
  },
  /** RFC 4180, with a header; an empty text is quoted, a missing value is not. */
  CSV {
    @Override
    void write(Dataset<Row> rows, PrintStream out) {
      CsvLines.write(rows.columns(), texts(rows), out);
    }
  },
  /** One JSON object a line. */
  JSON {
    @Override
    void write(Dataset<Row> rows, PrintStream out) {
      Column[] columns =
          IntStream.range(0, rows.columns().length)
              .mapToObj(i -> functions.col("c" + i).as(rows.columns()[i]))
              .toArray(Column[]::new);
      Column line =
          functions.to_json(
              functions.struct(columns), java.util.Map.of("ignoreNullFields", "false"));
      Iterator<Row> lines = numbered(rows).select(line).toLocalIterator();
      while (lines.hasNext() && !out.checkError()) {
        out.println(lines.next().getString(0));
      }
    }
  };

  abstract void write(Dataset<Row> rows, PrintStream out);

  /** Every value as Spark writes it as text, in UTC. */
  private static Iterator<Row> texts(Dataset<Row> rows) {
    Column[] columns =
        IntStream.range(0, rows.columns().length)
            .mapToObj(i -> functions.col("c" + i).cast("string"))
            .toArray(Column[]::new);
    return numbered(rows).select(columns).toLocalIterator();
  }

  /** Two columns of a query may have one name; their places are unique. */
  private static Dataset<Row> numbered(Dataset<Row> rows) {
    return rows.toDF(
        IntStream.range(0, rows.columns().length).mapToObj(i -> "c" + i).toArray(String[]::new));
  }
}
