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

/**
 * {@code stg_need_services}: the services of {@code conf/needs/dictionary.yaml} with their names,
 * publications and guides, one row per service.
 */
public final class NeedServicesStage implements JavaStage {
  private static final StructType SCHEMA =
      new StructType()
          .add("service", DataTypes.StringType)
          .add("service_name", DataTypes.StringType)
          .add("publications", DataTypes.createArrayType(DataTypes.StringType))
          .add("guide", DataTypes.StringType);

  @Override
  public String name() {
    return "stg_need_services";
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
    return ConfText.of(parameters, "needs/dictionary.yaml");
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    List<Row> rows =
        NeedRules.load(parameters.confFolder()).dictionary().services().stream()
            .map(
                known ->
                    RowFactory.create(
                        known.service(),
                        known.name(),
                        known.publications().toArray(String[]::new),
                        known.guide()))
            .toList();
    return SparkSession.active().createDataFrame(rows, SCHEMA);
  }
}
