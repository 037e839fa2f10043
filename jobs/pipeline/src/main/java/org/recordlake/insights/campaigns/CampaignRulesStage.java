package org.recordlake.insights.campaigns;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.ConfStage;
import org.recordlake.model.ModelParameters;

/** {@code stg_campaign_rules}: the rules of {@code conf/campaigns.yaml} in one row. */
public final class CampaignRulesStage extends ConfStage {
  private static final StructType SCHEMA = StructType.fromDDL("attribution_days int");

  public CampaignRulesStage() {
    super("stg_campaign_rules", SCHEMA);
  }

  @Override
  public String settings(ModelParameters parameters) {
    return CampaignRules.load(parameters.confFolder()).toString();
  }

  @Override
  protected List<Row> rows(ModelParameters parameters) {
    CampaignRules rules = CampaignRules.load(parameters.confFolder());
    return List.of(RowFactory.create(rules.attributionDays()));
  }
}
