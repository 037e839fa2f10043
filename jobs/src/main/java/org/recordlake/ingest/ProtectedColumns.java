package org.recordlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.protect.PaymentNumbers;
import org.recordlake.protect.Protector;

/**
 * What must happen to protected columns before the first write, and what makes their values
 * unacceptable.
 */
final class ProtectedColumns {
  /**
   * Path, in the landing folder, of the file a media column names; kept beside the row until the
   * file is moved.
   */
  static final String MEDIA_SOURCE = "_media_source";

  private final TableSpec table;
  private final Protector protector;
  private final MediaFolder media;

  ProtectedColumns(TableSpec table, Protector protector, MediaFolder media) {
    this.table = table;
    this.protector = protector;
    this.media = media;
  }

  /**
   * Whether {@code given} cannot be accepted in {@code column}, if its protection asks anything of
   * it.
   */
  Optional<Column> broken(org.recordlake.catalog.Column column, Column given) {
    return switch (column.protection()) {
      case CARD -> Optional.of(given.isNotNull().and(not(call(PaymentNumbers::isCard, given))));
      case BANK_ACCOUNT ->
          Optional.of(given.isNotNull().and(not(call(PaymentNumbers::isAccount, given))));
      case MEDIA -> Optional.of(given.isNotNull().and(not(call(media::has, given))));
      case NONE, REFUSE, FREE_TEXT -> Optional.empty();
    };
  }

  String code(org.recordlake.catalog.Column column) {
    return switch (column.protection()) {
      case CARD -> "NOT_A_CARD_NUMBER";
      case BANK_ACCOUNT -> "NOT_AN_ACCOUNT_NUMBER";
      case MEDIA -> "NO_SUCH_FILE";
      case NONE, REFUSE, FREE_TEXT -> "NOT_ALLOWED";
    };
  }

  /**
   * Checked rows with every content column as it is stored; the row as it came is kept for bad ones
   * only.
   */
  Dataset<Row> apply(Dataset<Row> typed) {
    List<Column> columns = new ArrayList<>();
    RawRows.PLACE_COLUMNS.forEach(name -> columns.add(col(name)));
    columns.add(when(bad(), col(RawRows.RAW)).as(RawRows.RAW));
    columns.add(col(RowChecks.PROBLEMS));
    for (org.recordlake.catalog.Column column : table.columns()) {
      columns.addAll(stored(column));
    }
    table.recordSource().ifPresent(source -> columns.add(col(TableSpec.RECORD_SOURCE)));
    return typed.select(columns.toArray(Column[]::new));
  }

  private static Column bad() {
    return size(col(RowChecks.PROBLEMS)).gt(0);
  }

  private List<Column> stored(org.recordlake.catalog.Column column) {
    String name = column.name();
    Column value = col(name);
    Protector keyed = protector;
    return switch (column.protection()) {
      case NONE -> List.of(value);
      case REFUSE -> List.of();
      case FREE_TEXT -> List.of(text(PaymentNumbers::redact, value).as(name));
      case MEDIA -> List.of(storedMedia(value).as(name), value.as(MEDIA_SOURCE));
      case CARD, BANK_ACCOUNT ->
          List.of(
              text(number -> keyed.token(PaymentNumbers.digits(number)), value).as(name + "_token"),
              text(PaymentNumbers::last4, value).as(name + "_last4"),
              text(keyed::seal, value).as(name + "_sealed"));
    };
  }

  private Column storedMedia(Column name) {
    Column key =
        array_join(
            array(table.key().stream().map(functions::col).toArray(Column[]::new)), "\u0001");
    Protector keyed = protector;
    MediaFolder folder = media;
    UDF2<String, String, String> stored =
        (file, row) -> file == null ? null : keyed.mediaName(folder.hash(file) + '\u0001' + row);
    return when(not(bad()), udf(stored, DataTypes.StringType).apply(name, key));
  }

  /** Whether the table names media files at all. */
  static Optional<String> mediaColumn(TableSpec table) {
    return table.columns().stream()
        .filter(column -> column.protection() == Protection.MEDIA)
        .map(org.recordlake.catalog.Column::name)
        .findFirst();
  }

  /** A serializable text function. */
  interface Text extends java.io.Serializable {
    String apply(String value);
  }

  /** A serializable test of a text. */
  interface Test extends java.io.Serializable {
    boolean apply(String value);
  }

  private static Column text(Text function, Column value) {
    UDF1<String, String> call = given -> given == null ? null : function.apply(given);
    UserDefinedFunction udf = udf(call, DataTypes.StringType).asNondeterministic();
    return udf.apply(value);
  }

  private static Column call(Test test, Column value) {
    UDF1<String, Boolean> call = given -> given != null && test.apply(given);
    return udf(call, DataTypes.BooleanType).apply(value);
  }
}
