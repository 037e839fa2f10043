package org.recordlake.catalog;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** The type names a catalogue file may use. */
public final class ColumnTypes {
  /** For messages. */
  public static final String CHOICES =
      "string, int, long, double, boolean, date, timestamp or decimal(p,s)";

  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),(\\d{1,2})\\)");
  private static final Map<String, DataType> SIMPLE =
      Map.of(
          "string", DataTypes.StringType,
          "int", DataTypes.IntegerType,
          "long", DataTypes.LongType,
          "double", DataTypes.DoubleType,
          "boolean", DataTypes.BooleanType,
          "date", DataTypes.DateType,
          "timestamp", DataTypes.TimestampType);

  private ColumnTypes() {}

  /**
   * @throws IllegalArgumentException if {@code text} names no type
   */
  public static DataType parse(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      return decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    DataType type = SIMPLE.get(text);
    if (type == null) {
      throw new IllegalArgumentException("no such type");
    }
    return type;
  }

  /** The catalogue's own name of {@code type}. */
  public static String name(DataType type) {
    return SIMPLE.entrySet().stream()
        .filter(entry -> entry.getValue().equals(type))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(type.simpleString());
  }

  private static DataType decimal(int precision, int scale) {
    if (precision < 1 || precision > DecimalType.MAX_PRECISION() || scale > precision) {
      throw new IllegalArgumentException("precision out of range");
    }
    return DataTypes.createDecimalType(precision, scale);
  }
}
