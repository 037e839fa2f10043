package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.TableSpec;
import org.recordlake.testing.TestRun;

/** What a source wrote over since the day looked back to is not what was known then. */
class PointInTimeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 8, 24);

  @TempDir Path folder;

  private TestRun run;

  @BeforeEach
  void records() {
    run = new TestRun(folder);
    add(
        "customers",
        Map.of("customer_id", "A", "naics", "541511", "updated_on", "2026-08-24"),
        Map.of("customer_id", "B", "naics", "722511", "updated_on", "2026-08-25"));
    add(
        "supplier_contracts",
        contract("as it stood", "2026-08-24", "100"),
        contract("changed since", "2026-08-25", "999"),
        contract("funded since", "2026-08-25", "999"),
        contract("written over", "2026-08-25", "999"));
    add(
        "supplier_contract_actions",
        action("changed since", "0", "2026-01-01", "70", "300", "2026-12-31"),
        action("changed since", "P00002", "2026-08-24", "5", "450", "2027-03-31"),
        action("changed since", "P00003", "2026-08-25", "5", "999", "2027-09-30"),
        action("funded since", "0", "2026-01-01", "40", null, "2026-12-31"),
        action("funded since", "P00001", "2026-06-01", "-15", null, null),
        action("written over", "0", "2026-08-25", "999", null, "2026-12-31"));
  }

  @Test
  void anIndustryCodeOfALaterVersionIsLeftOut() {
    assertThat(lines("customers", "customer_id", "naics"))
        .containsExactly("[A,541511]", "[B,null]");
  }

  @Test
  void aContractIsWorthWhatItsActionsUpToTheDayMakeIt() {
    assertThat(lines("supplier_contracts", "award_key", "value", "current_end_on"))
        .containsExactly(
            "[as it stood,100.00,2028-01-01]",
            "[changed since,450.00,2027-03-31]",
            "[funded since,25.00,2026-12-31]");
  }

  private List<String> lines(String table, String... columns) {
    return new PointInTime(run.context(), DAY)
            .record(table)
            .select(columns[0], Arrays.copyOfRange(columns, 1, columns.length))
            .orderBy(columns[0])
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList();
  }

  private static Map<String, String> contract(String award, String updatedOn, String value) {
    return Map.of(
        "award_key",
        award,
        "updated_on",
        updatedOn,
        "value",
        value,
        "current_end_on",
        "2028-01-01");
  }

  private static Map<String, String> action(
      String award, String number, String on, String obligation, String value, String end) {
    Map<String, String> row = new HashMap<>();
    row.put("award_key", award);
    row.put("modification_number", number);
    row.put("action_on", on);
    row.put("obligation", obligation);
    row.put("contract_value", value);
    row.put("end_on", end);
    return row;
  }

  @SafeVarargs
  private void add(String table, Map<String, String>... rows) {
    TableSpec spec = run.context().catalog().table(table);
    Map<String, String> system =
        Map.of(
            "record_source", "customers",
            "ingested_file", "f",
            "recorded_on", "2026-11-22");
    Map<String, String> defaults =
        new HashMap<>(
            switch (table) {
              case "customers" ->
                  Map.of(
                      "kind",
                      "firm",
                      "customer_name",
                      "x",
                      "country",
                      "US",
                      "relationship_started_on",
                      "2024-01-01");
              case "supplier_contracts" ->
                  Map.of("award_number", "x", "supplier_name", "x", "start_on", "2025-01-01");
              default -> Map.<String, String>of();
            });
    defaults.putAll(system);
    ModelCase given =
        new ModelCase(
            "",
            run.context().asOf(),
            Optional.empty(),
            Optional.empty(),
            Map.of(table, defaults),
            Map.of(table, Arrays.asList(rows)),
            List.of());
    Dataset<Row> typed = GivenRows.of(spec, given);
    run.context().lake().append(table, typed);
  }
}
