package org.recordlake.polls;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.model.CheckFailedException;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/**
 * Counts as readers may see them: of every row of true counts that are decided on together the
 * lines to be published. Rows are decided on wherever Spark holds them, and nothing is gathered on
 * the driver; a decision that fails its check ends the making of the mart.
 */
abstract class CountRelease implements JavaStage {
  private final Shape shape;

  protected CountRelease(Shape shape) {
    this.shape = shape;
  }

  /**
   * What goes in and what comes out.
   *
   * @param name the stage
   * @param version raised whenever the same counts give other lines
   * @param mart the mart that publishes the lines
   * @param input the stage that gives the true counts and what was published of them
   * @param place columns that say to people which row a failed check is about
   * @param kept columns that every line carries on
   * @param used columns the decision takes, in the order in which it takes them
   * @param line columns of a line
   */
  protected record Shape(
      String name,
      int version,
      String mart,
      String input,
      List<String> place,
      List<String> kept,
      List<String> used,
      StructType line) {}

  /** Takes the {@link Shape#used} columns of a row and gives its lines. */
  @FunctionalInterface
  protected interface Decision extends Serializable {
    /**
     * @throws UndisclosableException if the lines fail the check, which is a bug
     */
    List<Row> lines(Row counts);
  }

  protected abstract Decision decision(ProtectionRule rule);

  @Override
  public final String name() {
    return shape.name();
  }

  @Override
  public final int version() {
    return shape.version();
  }

  @Override
  public final List<String> reads() {
    return List.of(shape.input());
  }

  @Override
  public final Set<String> parameters() {
    return Set.of("threshold");
  }

  @Override
  public final Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    UDF2<Row, Row, List<Row>> release =
        release(
            decision(new ProtectionRule(parameters.threshold())),
            shape.mart(),
            List.copyOf(shape.place()));
    Column lines =
        udf(release, DataTypes.createArrayType(shape.line()))
            .apply(together(shape.place()), together(shape.used()));
    List<Column> columns = new ArrayList<>(shape.kept().stream().map(name -> col(name)).toList());
    columns.add(explode(lines).as("line"));
    return views
        .apply(shape.input())
        .select(columns.toArray(Column[]::new))
        .select(col("*"), col("line.*"))
        .drop("line");
  }

  private static UDF2<Row, Row, List<Row>> release(
      Decision decision, String mart, List<String> names) {
    return (place, counts) -> {
      try {
        return decision.lines(counts);
      } catch (UndisclosableException failed) {
        throw new CheckFailedException(
            mart,
            described(names, place) + ", " + failed.cell(),
            "a hidden count could be worked out");
      }
    };
  }

  private static String described(List<String> names, Row place) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> names.get(i).replace('_', ' ') + " " + place.get(i))
        .collect(Collectors.joining(", "));
  }

  private static Column together(List<String> names) {
    return struct(names.stream().map(name -> col(name)).toArray(Column[]::new));
  }
}
