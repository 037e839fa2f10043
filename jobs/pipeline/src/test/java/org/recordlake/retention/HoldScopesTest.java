package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.schedule.Holds;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/** What the shipped notice lets a hold be laid on, and that each of it keeps rows. */
class HoldScopesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final String HELD = "held number";
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @TempDir Path folder;

  @Test
  void theNoticeLetsHoldsBeLaidOnThese() {
    assertThat(CATALOG.notice().holdScopes())
        .containsExactly("customer_id", "meeting_id", "event_id", "campaign_id", "award_key");
  }

  /** By the deleter's way and, apart from it, by that of the check after a disposal. */
  @ParameterizedTest
  @ValueSource(strings = {"customer_id", "meeting_id", "event_id", "campaign_id", "award_key"})
  void aHoldOnItKeepsRowsOfEveryTableWithTheColumnUntilItIsReleased(String scope) {
    SmallLake lake = new SmallLake(folder);
    lake.run(TODAY.toString(), new PlaceHold(order(scope)));
    assertThat(markedAsHeld(lake, scope, TODAY)).isEqualTo(tablesWith(scope));
    assertThat(withoutHold(lake, scope, TODAY)).isEmpty();

    LocalDate tomorrow = TODAY.plusDays(1);
    lake.run(TODAY.toString(), new ReleaseHold("H-2026-0001", tomorrow, "Office"));
    assertThat(markedAsHeld(lake, scope, tomorrow)).isEmpty();
    assertThat(withoutHold(lake, scope, tomorrow)).isEqualTo(tablesWith(scope));
  }

  private static TreeSet<String> tablesWith(String scope) {
    TreeSet<String> names = new TreeSet<>();
    specs(scope).forEach(table -> names.add(table.name()));
    assertThat(names).isNotEmpty();
    return names;
  }

  private static Stream<TableSpec> specs(String scope) {
    return CATALOG.tables().stream()
        .filter(table -> table.zone() != Zone.MARTS)
        .filter(table -> table.storedColumn(scope).isPresent());
  }

  private static TreeSet<String> markedAsHeld(SmallLake lake, String scope, LocalDate day) {
    Holds holds = Holds.on(lake.on(day.toString()));
    return held(
        scope, table -> holds.marked(table, rows(scope)).where(col(Holds.HELD)).select(scope));
  }

  private static TreeSet<String> withoutHold(SmallLake lake, String scope, LocalDate day) {
    RowsWithoutHold free = RowsWithoutHold.on(lake.on(day.toString()), day);
    return held(scope, table -> free.of(table, rows(scope)));
  }

  /** The tables of which {@code kept} leaves the row with the held number, and it alone counts. */
  private static TreeSet<String> held(String scope, Function<TableSpec, Dataset<Row>> kept) {
    TreeSet<String> names = new TreeSet<>();
    specs(scope)
        .map(table -> kept.apply(table).where(col(scope).equalTo(HELD)).select(lit(table.name())))
        .reduce(Dataset::union)
        .orElseThrow()
        .collectAsList()
        .forEach(row -> names.add(row.getString(0)));
    return names;
  }

  private static Dataset<Row> rows(String scope) {
    return SharedSpark.session()
        .createDataset(List.of(HELD, "another"), Encoders.STRING())
        .toDF(scope);
  }

  private static HoldOrder order(String scope) {
    return new HoldOrder(
        Optional.empty(),
        "Matter",
        scope,
        HELD,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "Office");
  }
}
