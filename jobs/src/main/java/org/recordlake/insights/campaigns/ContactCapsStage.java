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

/** {@code stg_contact_caps}: most contacts of one person, one row per channel that has a cap. */
public final class ContactCapsStage implements JavaStage {
  private static final StructType SCHEMA =
      new StructType()
          .add("channel", DataTypes.StringType)
          .add("contacts", DataTypes.IntegerType)
          .add("days", DataTypes.IntegerType);

  @Override
  public String name() {
    return "stg_contact_caps";
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
        .createDataFrame(
            rules.caps().stream()
                .map(cap -> RowFactory.create(cap.channel(), cap.contacts(), cap.days()))
                .toList(),
            SCHEMA);
  }
}
