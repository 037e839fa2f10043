package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.Zone;
import org.recordlake.problem.Failure;
import org.recordlake.testing.ProjectFolder;

class SqlModelTest {
  private static final SqlModel MODEL =
      new SqlModel(
          "m",
          """
          -- Not read: stg_comment, and :comment is no parameter.
          select a::int, :as_of as day from stg_orders -- nor stg_remark
          join stg_lines on stg_orders.id = stg_lines.id where n >= :minimum_group
          """);

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @Test
  void readsTheStagingModelsItsStatementNames() {
    assertThat(MODEL.staging()).containsExactly("stg_lines", "stg_orders");
  }

  @Test
  void dependsOnTheParametersItsStatementNames() {
    assertThat(MODEL.parameters()).containsExactly("as_of", "minimum_group");
  }

  @Test
  void countsThePlacesWhereItReadsAView() {
    assertThat(MODEL.readsOf("stg_lines")).isEqualTo(1);
    assertThat(MODEL.readsOf("stg_orders")).isEqualTo(1);
    assertThat(MODEL.readsOf("stg_comment")).isZero();
  }

  @Test
  void aModelWithoutAFileIsAMistakeInTheConfiguration() {
    assertThatThrownBy(() -> Stages.SHIPPED.mart("no_such_mart"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("sql/marts/no_such_mart.sql");
  }

  @TestFactory
  Stream<DynamicTest> everyTableInTheCataloguesReadsIsRead() {
    return catalog.tables(Zone.MARTS).stream()
        .map(
            spec ->
                DynamicTest.dynamicTest(spec.name(), () -> assertReadsAreRead(MartModel.of(spec))));
  }

  private static void assertReadsAreRead(MartModel model) {
    Set<String> words = new HashSet<>(model.sql().words());
    model.staging().forEach(staging -> words.addAll(staging.words()));
    assertThat(words).containsAll(List.copyOf(model.reads()));
  }
}
