package org.recordlake.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.recordlake.job.JobContext;
import org.recordlake.job.SqlFiles;
import org.recordlake.problem.Failure;
import org.recordlake.report.ReportColumn;
import org.recordlake.report.ReportColumnType;
import org.recordlake.report.ReportTable;

/** The tables of a meeting sheet, as their queries give them, never more than a sheet may hold. */
final class SheetTables {
  static final List<String> NAMES = List.of("meetings", "roster", "answers");

  private static final int MOST_ROWS = 50_000;

  private final JobContext context;

  SheetTables(JobContext context) {
    this.context = context;
  }

  static String sql(JobContext context, String table) {
    return SqlFiles.read(context, "sql/restricted/meeting-sheet-" + table + ".sql");
  }

  /**
   * @throws Failure (usage) if there are more rows than a sheet may hold
   */
  ReportTable read(String name) {
    Dataset<Row> rows =
        context.lake().spark().sql(sql(context, name), name.equals("meetings") ? asOf() : Map.of());
    List<Row> read = rows.limit(MOST_ROWS + 1).collectAsList();
    if (read.size() > MOST_ROWS) {
      throw Failure.usage(
          "more than " + MOST_ROWS + " rows of " + name,
          "meeting sheet",
          "Ask for one meeting at a time");
    }
    StructField[] fields = rows.schema().fields();
    List<ReportColumn> columns =
        java.util.Arrays.stream(fields)
            .map(field -> new ReportColumn(field.name(), type(field.dataType()), field.name()))
            .toList();
    return new ReportTable(name, columns, read.stream().map(row -> values(row, fields)).toList());
  }

  private Map<String, Object> asOf() {
    return Map.of("as_of", context.asOf());
  }

  private static Map<String, Object> values(Row row, StructField[] fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i++) {
      Object value = row.get(i);
      values.put(
          fields[i].name(), value instanceof java.sql.Timestamp ? value.toString() : date(value));
    }
    return values;
  }

  private static Object date(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : value;
  }

  private static ReportColumnType type(DataType type) {
    if (type.equals(DataTypes.LongType)) {
      return ReportColumnType.LONG;
    }
    if (type.equals(DataTypes.DateType)) {
      return ReportColumnType.DATE;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return ReportColumnType.BOOLEAN;
    }
    return type.equals(DataTypes.DoubleType) || type instanceof DecimalType
        ? ReportColumnType.DECIMAL
        : ReportColumnType.STRING;
  }
}
