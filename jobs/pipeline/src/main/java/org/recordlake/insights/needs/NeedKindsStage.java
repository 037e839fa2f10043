package org.recordlake.insights.needs;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.ConfStage;
import org.recordlake.model.ModelParameters;

/** {@code stg_need_kinds}: the rules of {@code conf/needs/kinds.yaml}, one row per kind of need. */
public final class NeedKindsStage extends ConfStage {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          """
          need_kind string, kind_name string, horizon_days int, win_share double,
          next_step string, material string""");

  public NeedKindsStage() {
    super("stg_need_kinds", SCHEMA);
  }

  @Override
  public String settings(ModelParameters parameters) {
    return ConfText.of(parameters, "needs/kinds.yaml");
  }

  @Override
  protected List<Row> rows(ModelParameters parameters) {
    NeedRules rules = NeedRules.load(parameters.confFolder());
    return rules.kinds().stream()
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
  }
}
