package org.recordlake.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;
import org.recordlake.catalog.TableSpec;
import org.recordlake.format.RawRow;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;
import org.recordlake.format.Unpacking;
import org.recordlake.format.UnreadableFile;
import org.recordlake.protect.Protector;

/**
 * The rows of some files of one table, read and checked on the executors, one streaming pass for
 * each file.
 */
final class RawRows {
  /** SHA-256 of the file. */
  static final String FILE = "_file";

  /** Place of the file among those of the run, in the order of their paths. */
  static final String FILE_NUMBER = "_file_number";

  /** Line the row begins on, from 1. */
  static final String LINE = "_line";

  /**
   * Place of the row among those its file holds for the table, from 1: several may share a line.
   */
  static final String ROW = "_row";

  /** The row as it came, for bad rows only. */
  static final String RAW = "_raw";

  /** Array of {@code column:CODE}; empty for a good row. */
  static final String PROBLEMS = "_problems";

  /** Name of the file a media column names, kept beside the row until the file is moved. */
  static final String MEDIA_SOURCE = "_media_source";

  /** Whether the file's layout says only some of the columns. */
  static final String PARTIAL = "_partial";

  /** The columns that say where a row comes from; they go with it to the end. */
  static final List<String> PLACE_COLUMNS = List.of(FILE, FILE_NUMBER, LINE, ROW, PARTIAL);

  private RawRows() {}

  /**
   * The checked and protected rows of {@code files} for one table, bad ones with their problems.
   */
  static Dataset<Row> read(
      SparkSession spark,
      TableSpec table,
      List<Layouts.Recognised> files,
      RowGate gate,
      Protector protector) {
    TableShape shape = TableShape.of(table);
    StructType schema = schema(table);
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(spark.sparkContext());
    List<Work> work = work(files);
    int tasks = Math.min(work.size(), spark.sparkContext().defaultParallelism() * 4);
    JavaRDD<InternalRow> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(work, tasks)
            .flatMap(
                stretch ->
                    new FileRows(
                        stretch, shape, gate, new FileAccess(hadoop.value().value(), protector)));
    return InternalRows.frame(spark, rows, schema);
  }

  private static List<Work> work(List<Layouts.Recognised> files) {
    List<Work> work = new ArrayList<>();
    for (int number = 0; number < files.size(); number++) {
      Layouts.Recognised file = files.get(number);
      for (Split split : file.stretches().found()) {
        work.add(new Work(file.file(), number, file.reader(), file.reading(), split));
      }
    }
    return work;
  }

  /**
   * A stretch of a file and the reader for it.
   *
   * @param number place of the file among those of the run
   */
  private record Work(
      LandedFile file, int number, SourceReader reader, Reading reading, Split split)
      implements java.io.Serializable {}

  private static StructType schema(TableSpec table) {
    StructType schema =
        new StructType()
            .add(FILE, DataTypes.StringType)
            .add(FILE_NUMBER, DataTypes.IntegerType)
            .add(LINE, DataTypes.LongType)
            .add(ROW, DataTypes.LongType)
            .add(PARTIAL, DataTypes.BooleanType);
    for (StructField field : RowGate.schema(table).fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  /**
   * The rows of one file as Spark rows. Where the file breaks off, a last row says so; the file is
   * closed after the last.
   */
  private static final class FileRows implements Iterator<InternalRow> {
    private final SourceFile content;
    private final TableShape shape;
    private final RowGate gate;
    private final UTF8String file;
    private final int number;
    private final Split split;
    private final boolean partial;
    private Iterator<RawRow> rows;
    private long count;
    private long line;
    private int columns;

    FileRows(Work work, TableShape shape, RowGate gate, FileAccess access) {
      this.content = work.file().open(work.reading(), work.split(), access);
      this.split = work.split();
      this.shape = shape;
      this.gate = gate;
      this.file = UTF8String.fromString(work.file().sha256());
      this.number = work.number();
      this.partial = work.reader().partial();
      this.rows = reading(() -> work.reader().rows(content, shape), this::brokenOff);
    }

    @Override
    public boolean hasNext() {
      boolean more = reading(rows::hasNext, this::breaksOff);
      if (!more) {
        reading(this::closed, reason -> true);
      }
      return more;
    }

    @Override
    public InternalRow next() {
      RawRow row = reading(rows::next, reason -> brokenOff(reason).next());
      line = Math.max(line, row.line());
      count++;
      List<Object> values = new ArrayList<>(columns);
      values.add(file);
      values.add(number);
      values.add(split.line(row.line()));
      values.add(split.row(count));
      values.add(partial);
      gate.admit(row, values);
      columns = values.size();
      return new GenericInternalRow(values.toArray());
    }

    private boolean breaksOff(String reason) {
      rows = brokenOff(reason);
      return true;
    }

    private Iterator<RawRow> brokenOff(String reason) {
      rows = List.<RawRow>of().iterator();
      return List.of(shape.unreadable(line + 1, reason)).iterator();
    }

    private boolean closed() throws IOException {
      content.close();
      return true;
    }

    private static <T> T reading(Callable<T> read, Function<String, T> otherwise) {
      try {
        return read.call();
      } catch (UnreadableFile e) {
        return otherwise.apply(e.getMessage());
      } catch (IOException e) {
        return unlessDamaged(Unpacking.failure(e), otherwise);
      } catch (UncheckedIOException e) {
        return unlessDamaged(Unpacking.failure(e), otherwise);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static <T> T unlessDamaged(RuntimeException failure, Function<String, T> otherwise) {
      if (failure instanceof UnreadableFile) {
        return otherwise.apply(failure.getMessage());
      }
      throw failure;
    }
  }
}
