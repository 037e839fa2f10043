package org.recordlake.insights.needs;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;

/** {@code stg_stated_needs}: which services the texts of {@code stg_said} name. */
public final class StatedNeedsStage extends DictionaryStage {
  public StatedNeedsStage() {
    super("stg_stated_needs", "stg_said", List.of("customer_id", "channel", "said_on"));
  }

  @Override
  Column question() {
    return col("question");
  }
}
