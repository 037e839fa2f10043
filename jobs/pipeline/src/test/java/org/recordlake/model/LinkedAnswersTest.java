package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recordlake.testing.SharedSpark;

class LinkedAnswersTest {
  private static final List<String> VIEWS =
      List.of("identity_links", "poll_responses", "stg_linked_customers", "stg_poll_definitions");

  private final SparkSession spark = SharedSpark.session();

  @AfterEach
  void dropViews() {
    VIEWS.forEach(spark.catalog()::dropTempView);
  }

  @Test
  void anAnswerCountsForTheCustomerItWasLinkedToUnlessSplitDoubtfulOrAnonymous() {
    view(
        "identity_links",
        """
        select * from values
          ('poll_responses', 'M/matched', 'C1', 'matched'),
          ('poll_responses', 'M/confirmed', 'C2', 'confirmed'),
          ('poll_responses', 'M/confirmed', 'C9', 'matched'),
          ('poll_responses', 'M/split', 'C3', 'split'),
          ('poll_responses', 'M/review', 'C4', 'review'),
          ('poll_responses', 'M/anonymous', 'C5', 'matched'),
          ('customers', 'M/own', 'C6', 'matched')
          as links(table_name, row_key, customer_id, status)
        """);
    view(
        "poll_responses",
        """
        select 'M' as meeting_id, key as respondent_key, key = 'anonymous' as anonymous,
          if(key = 'own', 'C7', null) as customer_id, '1' as poll_id, 'Poll' as poll_title,
          'Shall we?' as question, 'single' as question_kind, 'Yes' as answer,
          cast(null as int) as answer_order, cast(null as boolean) as correct
        from values ('anonymous'), ('confirmed'), ('matched'), ('own'), ('review'), ('split') as keys(key)
        """);
    ModelParameters parameters = new ModelParameters(LocalDate.parse("2026-11-22"), 11);
    for (String stage : List.of("stg_linked_customers", "stg_poll_definitions")) {
      Stages.SHIPPED.stage(stage).rows(spark, parameters).createOrReplaceTempView(stage);
    }
    List<Row> answers =
        Stages.SHIPPED
            .stage("stg_poll_answers")
            .rows(spark, parameters)
            .orderBy("respondent_key")
            .select("respondent_key", "customer_id")
            .collectAsList();
    assertThat(answers)
        .extracting(Row::toString)
        .containsExactly(
            "[anonymous,null]",
            "[confirmed,C2]",
            "[matched,C1]",
            "[own,C7]",
            "[review,null]",
            "[split,null]");
  }

  private void view(String name, String sql) {
    spark.sql(sql).createOrReplaceTempView(name);
  }
}
