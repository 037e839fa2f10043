package org.recordlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.recordlake.catalog.Check;
import org.recordlake.catalog.ColumnTypes;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;

/**
 * Turns texts into typed columns and lists, for each row, everything that is wrong with it as
 * {@code column:CODE}. No value stands in a problem.
 */
final class RowChecks {
  /** Array of {@code column:CODE}; empty for a good row. */
  static final String PROBLEMS = "_problems";

  private static final String TYPED = "_typed_";
  private static final String ANONYMOUS = "anonymous";
  private static final List<String> IDENTITY =
      List.of("name", "email", "customer_id", "participant_id");

  private final TableSpec table;
  private final ProtectedColumns protection;

  RowChecks(TableSpec table, ProtectedColumns protection) {
    this.table = table;
    this.protection = protection;
  }

  /**
   * {@code raw} with its content columns typed, {@code record_source} filled, and {@link
   * #PROBLEMS}.
   */
  Dataset<Row> apply(Dataset<Row> raw) {
    List<Column> typed = new ArrayList<>();
    typed.add(col("*"));
    for (org.recordlake.catalog.Column column : table.columns()) {
      typed.add(typed(column).as(TYPED + column.name()));
    }
    Dataset<Row> both = raw.select(typed.toArray(Column[]::new));
    List<Column> result = new ArrayList<>();
    for (String name : RawRows.PLACE_COLUMNS) {
      result.add(col(name));
    }
    result.add(col(RawRows.RAW));
    result.add(problems().as(PROBLEMS));
    table.columns().forEach(column -> result.add(col(TYPED + column.name()).as(column.name())));
    table
        .recordSource()
        .ifPresent(
            source ->
                result.add(
                    coalesce(text(TableSpec.RECORD_SOURCE), lit(source))
                        .as(TableSpec.RECORD_SOURCE)));
    return both.select(result.toArray(Column[]::new));
  }

  private Column problems() {
    List<Column> problems = new ArrayList<>();
    problems.add(
        when(
            col(RawRows.SPLIT_PROBLEM).isNotNull(),
            concat(lit("row:"), col(RawRows.SPLIT_PROBLEM))));
    for (org.recordlake.catalog.Column column : table.columns()) {
      addColumnProblems(problems, column);
    }
    table
        .checks()
        .forEach(
            check ->
                problems.add(
                    problem(check.column(), check.code(), broken(check).and(applies(check)))));
    table.recordSource().ifPresent(source -> problems.add(unknownSource()));
    if (table.column(ANONYMOUS).isPresent()) {
      addAnonymity(problems);
    }
    return array_compact(array(problems.toArray(Column[]::new)));
  }

  private void addColumnProblems(List<Column> problems, org.recordlake.catalog.Column column) {
    Column given = text(column.name());
    Column split = col(RawRows.SPLIT_PROBLEM).isNull();
    if (!column.nullable()) {
      problems.add(problem(column.name(), "MISSING", given.isNull().and(split)));
    }
    if (!column.type().equals(DataTypes.StringType)) {
      String code =
          "NOT_A_"
              + ColumnTypes.name(column.type()).replaceAll("\\(.*", "").toUpperCase(Locale.ROOT);
      problems.add(
          problem(column.name(), code, given.isNotNull().and(value(column.name()).isNull())));
    }
    if (column.type() instanceof DecimalType) {
      Column exact = given.try_cast(DataTypes.createDecimalType(38, 12));
      problems.add(
          problem(
              column.name(),
              "TOO_PRECISE",
              value(column.name()).isNotNull().and(not(exact.equalTo(value(column.name()))))));
    }
    problems.add(problem(column.name(), "BAD_ENCODING", given.contains("\uFFFD")));
    if (column.protection() == Protection.REFUSE) {
      problems.add(problem(column.name(), "REFUSED", given.isNotNull()));
    }
    protection
        .broken(column, given)
        .ifPresent(broken -> problems.add(problem(column.name(), protection.code(column), broken)));
  }

  /** An answer that is anonymous must carry nothing that says whose it is. */
  private void addAnonymity(List<Column> problems) {
    IDENTITY.stream()
        .filter(name -> table.column(name).isPresent())
        .forEach(
            name ->
                problems.add(
                    problem(name, "NOT_ANONYMOUS", value(ANONYMOUS).and(text(name).isNotNull()))));
  }

  private Column unknownSource() {
    Column given = text(TableSpec.RECORD_SOURCE);
    return problem(
        TableSpec.RECORD_SOURCE,
        "NOT_ALLOWED",
        given.isNotNull().and(not(given.isin("customers", "personnel", "list_providers"))));
  }

  private static Column problem(String column, String code, Column broken) {
    return when(coalesce(broken, lit(false)), lit(column + ":" + code));
  }

  private Column applies(Check check) {
    return check
        .when()
        .map(
            condition ->
                coalesce(
                    value(condition.column())
                        .cast(DataTypes.StringType)
                        .isin(condition.values().toArray()),
                    lit(false)))
        .orElse(lit(true));
  }

  private Column broken(Check check) {
    Column value = value(check.column());
    if (check instanceof Check.Min min) {
      return value.lt(lit(min.least()));
    } else if (check instanceof Check.Max max) {
      return value.gt(lit(max.most()));
    } else if (check instanceof Check.In in) {
      return not(value.cast(DataTypes.StringType).isin(in.values().toArray()));
    } else if (check instanceof Check.Matches matches) {
      return not(value.rlike(matches.pattern().regex()));
    } else if (check instanceof Check.NotBefore notBefore) {
      return value.lt(value(notBefore.other()));
    } else if (check instanceof Check.Equals equals) {
      return not(coalesce(value.cast(DataTypes.StringType).equalTo(equals.value()), lit(false)));
    }
    throw new IllegalStateException("Cannot check " + check.getClass().getSimpleName());
  }

  private static Column typed(org.recordlake.catalog.Column column) {
    DataType type = column.type();
    Column given = text(column.name());
    if (type.equals(DataTypes.BooleanType)) {
      Column word = lower(given);
      return when(word.isin("true", "yes", "y", "1"), lit(true))
          .when(word.isin("false", "no", "n", "0"), lit(false));
    }
    return type.equals(DataTypes.StringType) ? given : given.try_cast(type);
  }

  /** The text a source gave, without blanks around it; null if nothing is left. */
  private static Column text(String column) {
    Column trimmed = trim(col(column), "\u0000\t\n\r ");
    return when(not(trimmed.equalTo("")), trimmed);
  }

  private static Column value(String column) {
    return col(TYPED + column);
  }
}
