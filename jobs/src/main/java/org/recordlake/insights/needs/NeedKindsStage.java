package org.recordlake.insights.needs;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/** {@code stg_need_kinds}: the rules of {@code conf/needs/kinds.yaml}, one row per kind of need. */
public final class NeedKindsStage implements JavaStage {
  private static final StructType SCHEMA =
      new StructType()
          .add("need_kind", DataTypes.StringType)
          .add("kind_name", DataTypes.StringType)
          .add("horizon_days", DataTypes.IntegerType)
          .add("win_share", DataTypes.DoubleType)
          .add("next_step", DataTypes.StringType)
          .add("material", DataTypes.StringType);

  @Override
  public String name() {
    return "stg_need_kinds";
  }

  @Override
  public List<String> reads() {
    return List.of();
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String settings(ModelParameters parameters) {
    return ConfText.of(parameters, "needs/kinds.yaml");
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    NeedRules rules = NeedRules.load(parameters.confFolder());
    List<Row> rows =
        rules.kinds().stream()
            .map(
                rule ->
                    RowFactory.create(
                        rule.kind(),
                        rule.name(),
                        rules.horizonDays(),
                        rule.winShare(),
                        rule.nextStep(),
                        rule.material()))
            .toList();
    return SparkSession.active().createDataFrame(rows, SCHEMA);
  }
}
