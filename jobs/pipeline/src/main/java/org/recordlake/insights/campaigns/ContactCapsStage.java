package org.recordlake.insights.campaigns;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.ConfStage;
import org.recordlake.model.ModelParameters;

/** {@code stg_contact_caps}: most contacts of one person, one row per channel that has a cap. */
public final class ContactCapsStage extends ConfStage {
  private static final StructType SCHEMA =
      StructType.fromDDL("channel string, contacts int, days int");

  public ContactCapsStage() {
    super("stg_contact_caps", SCHEMA);
  }

  @Override
  public String settings(ModelParameters parameters) {
    return CampaignRules.load(parameters.confFolder()).toString();
  }

  @Override
  protected List<Row> rows(ModelParameters parameters) {
    CampaignRules rules = CampaignRules.load(parameters.confFolder());
    return rules.caps().stream()
        .map(cap -> RowFactory.create(cap.channel(), cap.contacts(), cap.days()))
        .toList();
  }
}
