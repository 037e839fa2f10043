package org.recordlake.insights.campaigns;

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

/** {@code stg_campaign_rules}: the rules of {@code conf/campaigns.yaml} in one row. */
public final class CampaignRulesStage implements JavaStage {
  private static final StructType SCHEMA =
      new StructType().add("attribution_days", DataTypes.IntegerType);

  @Override
  public String name() {
    return "stg_campaign_rules";
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
    return CampaignRules.load(parameters.confFolder()).toString();
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    CampaignRules rules = CampaignRules.load(parameters.confFolder());
    return SparkSession.active()
        .createDataFrame(List.of(RowFactory.create(rules.attributionDays())), SCHEMA);
  }
}
