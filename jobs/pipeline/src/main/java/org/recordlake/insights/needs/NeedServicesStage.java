package org.recordlake.insights.needs;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.ConfStage;
import org.recordlake.model.ModelParameters;

/**
 * {@code stg_need_services}: the services of {@code conf/needs/dictionary.yaml} with their names,
 * publications and guides, one row per service.
 */
public final class NeedServicesStage extends ConfStage {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "service string, service_name string, publications array<string>, guide string");

  public NeedServicesStage() {
    super("stg_need_services", SCHEMA);
  }

  @Override
  public String settings(ModelParameters parameters) {
    return ConfText.of(parameters, "needs/dictionary.yaml");
  }

  @Override
  protected List<Row> rows(ModelParameters parameters) {
    return NeedRules.load(parameters.confFolder()).dictionary().services().stream()
        .map(
            known ->
                RowFactory.create(
                    known.service(),
                    known.name(),
                    known.publications().toArray(String[]::new),
                    known.guide()))
        .toList();
  }
}
