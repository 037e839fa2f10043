package org.recordlake.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A generated lake")
class GeneratedLakeTest {
  private static final Timeline TIME = new Timeline(LocalDate.of(2026, 11, 22), 30);
  private static Map<String, ReferenceTable> catalogue;
  private static List<Row> rows;

  @BeforeAll
  static void generate() throws Exception {
    catalogue = ReferenceTable.all(Path.of("../../conf/catalog/records"));
    rows = rows(4711, 350);
  }

  private static List<Row> rows(long seed, int customers) {
    List<Row> rows = new ArrayList<>();
    GeneratedLake lake = new GeneratedLake(seed, TIME, customers);
    for (int cohort = 0; cohort < lake.cohortCount(); cohort++) {
      lake.write(cohort, rows::add);
    }
    return rows;
  }

  @Test
  @DisplayName("has a file layout for every records table, with the catalogue's folder and columns")
  void followsTheCatalogue() {
    List<Table> tables = Arrays.stream(Table.values()).filter(table -> !table.truth()).toList();
    assertThat(tables.stream().map(Table::tableName))
        .containsExactlyInAnyOrderElementsOf(catalogue.keySet());
    for (Table table : tables) {
      assertThat(table.columns())
          .as(table.tableName())
          .isEqualTo(catalogue.get(table.tableName()).columns());
      assertThat(table.folder())
          .as(table.tableName())
          .isEqualTo(catalogue.get(table.tableName()).folder());
    }
  }

  @Test
  @DisplayName(
      "has rows in every table, and each of them passes the types and checks of the catalogue")
  void passesTheChecks() {
    Set<String> filled = new HashSet<>();
    for (Row row : rows) {
      if (!row.table().truth()) {
        filled.add(row.table().tableName());
        assertThat(catalogue.get(row.table().tableName()).problems(text(row)))
            .as(row.text())
            .isEmpty();
      }
    }
    assertThat(filled).isEqualTo(catalogue.keySet());
  }

  private static Map<String, String> text(Row row) {
    Map<String, String> text = new HashMap<>();
    row.table()
        .columns()
        .forEach(
            column ->
                text.put(column, row.value(column) == null ? "" : row.value(column).toString()));
    return text;
  }

  @Test
  @DisplayName("never gives two rows one key")
  void hasUniqueKeys() {
    Set<List<Object>> keys = new HashSet<>();
    for (Row row : rows) {
      if (!row.table().truth()) {
        List<Object> key = new ArrayList<>(List.of(row.table()));
        catalogue.get(row.table().tableName()).key().forEach(column -> key.add(row.value(column)));
        assertThat(keys.add(key)).as("key %s", key).isTrue();
      }
    }
  }

  @Test
  @DisplayName("is the same for the same seed and another for another")
  void dependsOnTheSeed() {
    assertThat(rows(4711, 350)).isEqualTo(rows);
    assertThat(rows(4712, 350)).isNotEqualTo(rows);
  }

  @Test
  @DisplayName("tells the same of a customer whatever else is generated")
  void customersStandAlone() {
    List<Row> fewer = ofCustomer(rows(4711, 301), "C-000017");
    assertThat(fewer).isNotEmpty().isEqualTo(ofCustomer(rows, "C-000017"));
  }

  private static List<Row> ofCustomer(List<Row> rows, String id) {
    return rows.stream()
        .filter(
            row ->
                row.table().columns().contains("customer_id")
                    && id.equals(row.value("customer_id")))
        .toList();
  }

  @Test
  @DisplayName("never sells a service before the day on which the truth says it is adopted")
  void ordersFollowTheTruth() {
    Map<String, LocalDate> adopted = new HashMap<>();
    of(Table.TRUTH_NEEDS)
        .forEach(
            need ->
                adopted.put(
                    need.value("customer_id") + "/" + need.value("service"),
                    (LocalDate) need.value("adopted_on")));
    for (Row order : of(Table.SALES_ORDERS)) {
      if (order.value("customer_id") != null) {
        LocalDate first = adopted.get(order.value("customer_id") + "/" + order.value("service"));
        assertThat((LocalDate) order.value("order_date")).as(order.text()).isAfterOrEqualTo(first);
      }
    }
    assertThat(adopted.values()).anyMatch(day -> day.isAfter(TIME.endOn()));
  }

  @Test
  @DisplayName("pays with card numbers that pass the Luhn check")
  void cardsPassLuhn() {
    assertThat(ReferenceTable.luhn("4111111111111111")).isTrue();
    assertThat(PaymentRows.luhn("411111111111111")).isEqualTo("4111111111111111");
    assertThat(of(Table.PAYMENTS))
        .filteredOn(row -> row.value("card_number") != null)
        .isNotEmpty()
        .allMatch(row -> ReferenceTable.luhn(row.value("card_number").toString()));
  }

  @Test
  @DisplayName("keeps anonymous answers free of everything that leads to a person")
  void anonymousAnswersAreAnonymous() {
    List<Row> unsigned =
        of(Table.POLL_RESPONSES).stream()
            .filter(row -> row.value("anonymous").equals(true))
            .toList();
    assertThat(unsigned).isNotEmpty();
    for (String column : List.of("participant_id", "customer_id", "name", "email")) {
      assertThat(unsigned).allMatch(row -> row.value(column) == null);
    }
  }

  @Test
  @DisplayName("adds up the obligations of a contract to its value")
  void obligationsAddUp() {
    Map<Object, java.math.BigDecimal> sums = new HashMap<>();
    of(Table.SUPPLIER_CONTRACT_ACTIONS)
        .forEach(
            row ->
                sums.merge(
                    row.value("award_key"),
                    (java.math.BigDecimal) row.value("obligation"),
                    java.math.BigDecimal::add));
    assertThat(of(Table.SUPPLIER_CONTRACTS))
        .isNotEmpty()
        .allMatch(
            row ->
                sums.get(row.value("award_key"))
                        .compareTo((java.math.BigDecimal) row.value("value"))
                    == 0);
  }

  private static List<Row> of(Table table) {
    return rows.stream().filter(row -> row.table() == table).toList();
  }
}
