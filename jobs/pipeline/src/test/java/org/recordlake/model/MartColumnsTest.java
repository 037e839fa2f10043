package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.SparkTypes;
import org.recordlake.problem.Failure;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

class MartColumnsTest {
  private static final String GOOD =
      "select 'k' as customer_key, 2 as contracts, 1.5 as contract_value,"
          + " 3 as next_end_in_days, 0 as spend_12m";

  private final TableSpec spec =
      CatalogLoader.load(ProjectFolder.conf(), "usps-890-000").table("supplier_exposure");

  @Test
  void numbersTakeTheCataloguesTypes() {
    Dataset<Row> rows = MartColumns.checked(spec, sql(GOOD));
    assertThat(rows.schema().fields())
        .extracting(field -> field.dataType())
        .containsExactly(
            java.util.Arrays.stream(SparkTypes.schema(spec).fields())
                .map(field -> field.dataType())
                .toArray(org.apache.spark.sql.types.DataType[]::new));
    assertThat(rows.collectAsList()).hasSize(1);
  }

  @Test
  void anotherOrderOfColumnsIsRefused() {
    String swapped =
        GOOD.replace(
            "2 as contracts, 1.5 as contract_value", "1.5 as contract_value, 2 as contracts");
    assertThatThrownBy(() -> MartColumns.checked(spec, sql(swapped)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("sql/marts/supplier_exposure.sql")
        .hasMessageContaining("customer_key, contracts, contract_value");
  }

  @Test
  void anotherKindOfTypeIsRefused() {
    assertThatThrownBy(() -> MartColumns.checked(spec, sql(GOOD.replace("2 as", "'two' as"))))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("column contracts is of type string")
        .hasMessageContaining("bigint");
  }

  @Test
  void aMissingValueIsToldAsAFailedDataCheckOfItsColumn() {
    Dataset<Row> rows =
        MartColumns.checked(spec, sql(GOOD.replace("2 as", "if(rand(1) < 2, null, 1) as")));
    assertThatThrownBy(rows::collectAsList)
        .isInstanceOfSatisfying(
            Exception.class,
            error -> {
              CheckFailedException failure = CheckFailedException.behind(error).orElseThrow();
              assertThat(failure.problem().place()).isEqualTo("marts.supplier_exposure");
              assertThat(failure.problem().what())
                  .isEqualTo("a value is missing in column contracts");
            });
  }

  @Test
  void anotherErrorIsNotTakenForOne() {
    String said = CheckFailedException.missingValue("x", "y").getMessage();
    assertThat(CheckFailedException.behind(new IllegalStateException(said))).isEmpty();
  }

  private static Dataset<Row> sql(String text) {
    return SharedSpark.session().sql(text);
  }
}
