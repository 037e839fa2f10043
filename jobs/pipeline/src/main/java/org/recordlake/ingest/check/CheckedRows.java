package org.recordlake.ingest.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.timestamp_micros;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.recordlake.ingest.read.FileRows;
import org.recordlake.ingest.recognise.TableFiles;
import org.recordlake.job.JobContext;

/**
 * The rows of one table's files as typed columns, protected, the bad ones with their problems.
 * Beside the table's own columns stand those that say where a row comes from; they go with it to
 * the end.
 */
public final class CheckedRows {
  /** SHA-256 of the file. */
  public static final String FILE = "_file";

  /** Place of the file among those of the run, in the order of their paths. */
  public static final String FILE_NUMBER = "_file_number";

  /** Line the row begins on, from 1. */
  public static final String LINE = "_line";

  /**
   * Place of the row among those its file holds for the table, from 1: several may share a line.
   */
  public static final String ROW = "_row";

  /** The row as it came, for bad rows only, and for all of a table whose rows need a consent. */
  public static final String RAW = "_raw";

  /** Array of {@code column:CODE}; empty for a good row. */
  public static final String PROBLEMS = "_problems";

  /** Name of the file a media column names, kept beside the row until the file is moved. */
  public static final String MEDIA_SOURCE = "_media_source";

  /** Whether the file's layout says only some of the columns. */
  public static final String PARTIAL = "_partial";

  private CheckedRows() {}

  public static Dataset<Row> of(JobContext context, TableFiles files) {
    RowValidator validator =
        new RowValidator(
            files.table(),
            context.catalog().notice().recordSourceIds(),
            new CellProtection(context.protector(), files.media()));
    JavaRDD<Row> rows = FileRows.of(context, files).map(validator::checked);
    StructType schema = validator.schema();
    return context
        .lake()
        .spark()
        .createDataFrame(rows, numbered(schema))
        .select(Arrays.stream(schema.fields()).map(CheckedRows::typed).toArray(Column[]::new));
  }

  /** Days and times travel as numbers, which no calendar or zone of a machine can change. */
  private static StructType numbered(StructType schema) {
    List<StructField> fields =
        Arrays.stream(schema.fields())
            .map(field -> DataTypes.createStructField(field.name(), plain(field.dataType()), true))
            .toList();
    return DataTypes.createStructType(fields);
  }

  private static DataType plain(DataType type) {
    return type.equals(DataTypes.DateType)
        ? DataTypes.IntegerType
        : type.equals(DataTypes.TimestampType) ? DataTypes.LongType : type;
  }

  private static Column typed(StructField field) {
    Column number = col(field.name());
    Column typed =
        field.dataType().equals(DataTypes.DateType)
            ? date_from_unix_date(number)
            : field.dataType().equals(DataTypes.TimestampType) ? timestamp_micros(number) : number;
    return typed.as(field.name());
  }
}
