package org.recordlake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.recordlake.catalog.TableSpec;
import org.recordlake.ingest.SourceReader.TableShape;

/**
 * The rows of some files of one table as texts, read on the executors, one streaming pass for each
 * file.
 */
final class RawRows {
  /** SHA-256 of the file. */
  static final String FILE = "_file";

  /** Place of the file among those of the run, in the order of their paths. */
  static final String FILE_NUMBER = "_file_number";

  static final String LINE = "_line";
  static final String RAW = "_raw";

  /** Reason code if the row could not be split into columns. */
  static final String SPLIT_PROBLEM = "_split_problem";

  private RawRows() {}

  static Dataset<Row> read(SparkSession spark, List<Layouts.Recognised> files) {
    TableSpec table = files.get(0).table();
    TableShape shape = TableShape.of(table);
    StructType schema = schema(shape);
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(spark.sparkContext());
    List<Work> work =
        files.stream()
            .map(file -> new Work(file.file(), file.reader()))
            .collect(Collectors.toCollection(ArrayList::new));
    int tasks = Math.min(files.size(), spark.sparkContext().defaultParallelism() * 4);
    return spark
        .range(0, files.size(), 1, tasks)
        .flatMap(
            (FlatMapFunction<Long, Row>)
                number -> rows(work.get(number.intValue()), number.intValue(), shape, hadoop),
            Encoders.row(schema));
  }

  /** A file and the reader for it. */
  private record Work(LandedFile file, SourceReader reader) implements java.io.Serializable {}

  private static StructType schema(TableShape shape) {
    StructType schema =
        new StructType()
            .add(FILE, DataTypes.StringType)
            .add(FILE_NUMBER, DataTypes.IntegerType)
            .add(LINE, DataTypes.LongType)
            .add(RAW, DataTypes.StringType)
            .add(SPLIT_PROBLEM, DataTypes.StringType);
    for (String column : shape.columns()) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return schema;
  }

  private static Iterator<Row> rows(
      Work work, int number, TableShape shape, Broadcast<SerializableConfiguration> hadoop)
      throws IOException {
    Path path = new Path(work.file().path());
    InputStream in = path.getFileSystem(hadoop.value().value()).open(path);
    Iterator<RawRow> rows = work.reader().rows(in, shape);
    return new ClosingIterator(rows, in, work.file().sha256(), number);
  }

  /** Turns raw rows into Spark rows and closes the file after the last. */
  private static final class ClosingIterator implements Iterator<Row> {
    private final Iterator<RawRow> rows;
    private final InputStream in;
    private final String file;
    private final int number;

    ClosingIterator(Iterator<RawRow> rows, InputStream in, String file, int number) {
      this.rows = rows;
      this.in = in;
      this.file = file;
      this.number = number;
    }

    @Override
    public boolean hasNext() {
      boolean more = rows.hasNext();
      if (!more) {
        try {
          in.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return more;
    }

    @Override
    public Row next() {
      RawRow row = rows.next();
      Object[] values = new Object[5 + row.cells().length];
      values[0] = file;
      values[1] = number;
      values[2] = row.line();
      values[3] = row.raw();
      values[4] = row.problem().orElse(null);
      System.arraycopy(row.cells(), 0, values, 5, row.cells().length);
      return RowFactory.create(values);
    }
  }
}
