package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.lake.PseudonymFunction;
import org.recordlake.lake.SparkTypes;
import org.recordlake.protect.Keys;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/** Every model makes of the given rows the expected ones: {@code models/<mart>/<case>.yaml}. */
class ModelGivenExpectTest {
  private static final Path CASES =
      ProjectFolder.root().resolve("jobs/pipeline/src/test/resources/models");
  private static final int DIGITS = 4;

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @BeforeAll
  static void readablePseudonyms() {
    UDF1<String, String> pseudonym = id -> id == null ? null : "k-" + id;
    SharedSpark.session().udf().register("pseudonym", pseudonym, DataTypes.StringType);
  }

  @AfterAll
  static void keyedPseudonyms() {
    PseudonymFunction.register(SharedSpark.session(), Keys.temporary());
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Files.walk(CASES)
        .filter(file -> file.toString().endsWith(".yaml"))
        .sorted()
        .map(this::dynamicTest);
  }

  @Test
  void everyMartHasACase() {
    List<String> without =
        catalog.tables(Zone.MARTS).stream()
            .map(TableSpec::name)
            .filter(mart -> !Files.isDirectory(CASES.resolve(mart)))
            .toList();
    assertThat(without).isEmpty();
  }

  private DynamicTest dynamicTest(Path file) {
    String mart = file.getParent().getFileName().toString();
    ModelCase example = ModelCase.read(file);
    return DynamicTest.dynamicTest(mart + ": " + example.title(), () -> check(mart, example));
  }

  private void check(String mart, ModelCase example) {
    TableSpec spec = catalog.table(mart);
    List<Row> rows =
        made(spec, example)
            .orderBy(spec.key().stream().map(functions::col).toArray(Column[]::new))
            .collectAsList();
    List<String> columns = columns(spec, example);
    assertThat(rows.stream().map(row -> written(row, columns)).toList())
        .containsExactlyElementsOf(
            example.expect().stream().map(row -> written(row, columns)).toList());
  }

  /** All it reads is there before its own views are, which have the same names. */
  private Dataset<Row> made(TableSpec mart, ModelCase example) {
    Map<String, Dataset<Row>> tables = new HashMap<>();
    MartModel model = MartModel.of(mart);
    model.reads().forEach(table -> tables.put(table, given(catalog.table(table), example)));
    return model.rows(
        SharedSpark.session(),
        table ->
            tables.computeIfAbsent(table, before -> GivenRows.of(catalog.table(before), example)),
        example.parameters());
  }

  /** A mart of which the case tells nothing is made from what it reads, if that is told of. */
  private Dataset<Row> given(TableSpec table, ModelCase example) {
    boolean follows =
        !example.given().containsKey(table.name())
            && table.mart().stream()
                .flatMap(mart -> mart.reads().stream())
                .anyMatch(example.given()::containsKey);
    return follows ? made(table, example) : GivenRows.of(table, example);
  }

  private static List<String> columns(TableSpec spec, ModelCase example) {
    Set<String> named =
        example.expect().stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
    List<String> all = List.of(SparkTypes.schema(spec).fieldNames());
    assertThat(all).containsAll(named);
    return all.stream().filter(column -> named.isEmpty() || named.contains(column)).toList();
  }

  private static Map<String, String> written(Row row, List<String> columns) {
    Map<String, String> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column, written(row.getAs(column))));
    return values;
  }

  private static Map<String, String> written(Map<String, String> row, List<String> columns) {
    Map<String, String> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column, plain(row.get(column))));
    return values;
  }

  private static String written(Object value) {
    return value instanceof Double number
        ? plain(BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_UP).toPlainString())
        : plain(value == null ? null : value.toString());
  }

  /** A number without trailing zeros; anything else as it is. */
  private static String plain(String text) {
    return text != null && text.matches("-?\\d+\\.\\d+")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }
}
