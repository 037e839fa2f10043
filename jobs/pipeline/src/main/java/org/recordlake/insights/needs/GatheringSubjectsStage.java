package org.recordlake.insights.needs;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code stg_gathering_subjects}: which services the names of events and the topics of meetings are
 * about. An event about no known service has one row without a service.
 */
public final class GatheringSubjectsStage extends DictionaryStage {
  public GatheringSubjectsStage() {
    super("stg_gathering_subjects", "stg_gatherings", List.of("channel", "gathering_id"));
  }

  @Override
  Column question() {
    return lit(null).cast(DataTypes.StringType);
  }
}
