package org.recordlake.lake;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.ColumnType;
import org.recordlake.catalog.TableSpec;

/** The catalogue's types and tables as Spark knows them. */
public final class SparkTypes {
  private SparkTypes() {}

  public static DataType of(ColumnType type) {
    return switch (type.kind()) {
      case STRING -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case DECIMAL -> DataTypes.createDecimalType(type.precision(), type.scale());
    };
  }

  /** Schema of the stored table, descriptions as column comments. */
  public static StructType schema(TableSpec table) {
    return new StructType(
        table.storedColumns().stream().map(SparkTypes::field).toArray(StructField[]::new));
  }

  /** The catalogue's name of {@code type}, or Spark's own where the catalogue has none. */
  static String name(DataType type) {
    if (type instanceof DecimalType decimal) {
      return ColumnType.decimal(decimal.precision(), decimal.scale()).toString();
    }
    for (ColumnType.Kind kind : ColumnType.Kind.values()) {
      if (kind != ColumnType.Kind.DECIMAL && of(new ColumnType(kind, 0, 0)).equals(type)) {
        return kind.toString();
      }
    }
    return type.simpleString();
  }

  private static StructField field(Column column) {
    return new StructField(column.name(), of(column.type()), column.nullable(), Metadata.empty())
        .withComment(column.description());
  }
}
