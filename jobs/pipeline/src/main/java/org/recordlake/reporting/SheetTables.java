package org.recordlake.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.recordlake.job.JobContext;
import org.recordlake.job.MeetingSheets;
import org.recordlake.job.SqlFiles;
import org.recordlake.model.ModelParameters;
import org.recordlake.model.Stages;
import org.recordlake.problem.Failure;
import org.recordlake.report.ReportColumn;
import org.recordlake.report.ReportColumnType;
import org.recordlake.report.ReportTable;

/** The tables of a meeting sheet, as their queries give them, never more than a sheet may hold. */
final class SheetTables {
  static final String MEETINGS = "meetings";
  static final List<String> NAMES = List.of(MEETINGS, "polls", "roster", "answers");

  /** Those of a sheet about polls alone. */
  static final List<String> OF_POLLS = List.of(MEETINGS, "polls", "answers");

  /** Most rows of one table in a sheet. */
  private static final int MOST_ROWS = 50_000;

  private static final int DIGITS = 12;

  private final JobContext context;
  private final int sheets;

  /**
   * @param sheets how many sheets are made of the tables at once
   */
  SheetTables(JobContext context, int sheets) {
    this.context = context;
    this.sheets = sheets;
  }

  /** Nothing personal stands in a file name: the number is made of the keyed pseudonym. */
  static String fileName(JobContext context, String prefix, MeetingChoice choice) {
    String pseudonym = context.protector().pseudonym(choice.by().code() + choice.value());
    return prefix + DigestUtils.sha256Hex(pseudonym).substring(0, DIGITS);
  }

  /**
   * The meetings asked for.
   *
   * @param choices all of one kind; they are joined and not named, so that no plan holds them
   */
  Dataset<Row> chosen(List<MeetingChoice> choices) {
    SparkSession spark = context.lake().spark();
    MeetingSheets.tables(context.catalog())
        .forEach(table -> context.lake().read(table).createOrReplaceTempView(table));
    List<Row> rows =
        choices.stream()
            .map(choice -> RowFactory.create(choice.by().code(), choice.value()))
            .toList();
    spark
        .createDataFrame(rows, StructType.fromDDL("kind string, value string"))
        .createOrReplaceTempView("choice");
    return spark.sql(sql(MEETINGS), asOf());
  }

  /** Makes the meetings asked for, and who answered what in them, views of the session. */
  void open(List<MeetingChoice> choices) {
    chosen(choices).createOrReplaceTempView("chosen_meetings");
    context.lake().read("identity_links").createOrReplaceTempView("identity_links");
    Stages.SHIPPED
        .in(context.settings().confFolder())
        .open("stg_poll_people", context.lake().spark(), ModelParameters.of(context));
  }

  /** The tables of these names, in their order. */
  Map<String, ReportTable> read(List<String> names) {
    Map<String, ReportTable> read = new LinkedHashMap<>();
    names.forEach(name -> read.put(name, read(name)));
    return read;
  }

  private String sql(String table) {
    return SqlFiles.read(context, "sql/restricted/meeting-sheet-" + table + ".sql");
  }

  /**
   * @throws Failure (usage) if there are more rows than a sheet may hold
   */
  private ReportTable read(String name) {
    Dataset<Row> rows =
        context.lake().spark().sql(sql(name), name.equals(MEETINGS) ? asOf() : Map.of());
    int most = MOST_ROWS * sheets;
    List<Row> read = rows.limit(most + 1).collectAsList();
    if (read.size() > most) {
      throw Failure.usage(
          "more than " + most + " rows of " + name,
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
