package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

class LedgerTest {
  private static final String TABLE = "events";

  @TempDir Path folder;

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @Test
  void aLedgerComesIntoBeingWithItsFirstRows() {
    Lake lake = lake();
    lake.ledger(TABLE).merge(List.of(event("E1", "one")));
    assertThat(lake.version(TABLE)).isZero();
    assertThat(stored(lake)).containsExactly("[E1,one]");
  }

  @Test
  void rowsOfTheSameKeyAreReplacedAndOthersAddedInOneCommitAndOneFile() {
    Lake lake = lake();
    lake.ledger(TABLE).append(List.of(event("E1", "one"), event("E2", "one")));
    lake.ledger(TABLE).append(List.of(event("E3", "one")));
    lake.ledger(TABLE).merge(List.of(event("E2", "two"), event("E4", "two")));
    assertThat(stored(lake))
        .containsExactlyInAnyOrder("[E1,one]", "[E2,two]", "[E3,one]", "[E4,two]");
    assertThat(lake.version(TABLE)).isEqualTo(2);
    assertThat(lake.fileSizes(TABLE)).hasSize(1);
  }

  @Test
  void nothingIsWrittenWhereThereIsNothingToMerge() {
    Lake lake = lake();
    lake.ledger(TABLE).merge(List.of());
    assertThat(lake.exists(TABLE)).isFalse();
    lake.ledger(TABLE).append(List.of(event("E1", "one")));
    lake.ledger(TABLE).merge(List.of());
    assertThat(lake.version(TABLE)).isZero();
  }

  @Test
  void aColumnThatBecameRequiredLaterStaysEmptyInOlderRows() {
    Lake lake = lake();
    StructType all = SparkTypes.schema(catalog.table(TABLE));
    SharedSpark.session()
        .createDataFrame(List.of(event("E1", "one")), all)
        .drop("starts_on", "city")
        .write()
        .format("delta")
        .save(lake.location(TABLE));
    lake.ledger(TABLE).merge(List.of(event("E2", "two")));
    assertThat(lake.read(TABLE).select("event_id", "starts_on", "city").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[E1,null,null]", "[E2,2026-01-01,City]");
  }

  @Test
  void aRowWithoutWhatItsTableRequiresIsRefused() {
    Lake lake = lake();
    lake.ledger(TABLE).append(List.of(event("E1", "one")));
    assertThatThrownBy(() -> lake.ledger(TABLE).merge(List.of(event("E2", null))))
        .hasStackTraceContaining("name");
    assertThat(stored(lake)).containsExactly("[E1,one]");
  }

  @Test
  void ofABigLedgerOnlyTheFilesWithTheRowsAreWrittenAnew() {
    Lake lake = lake();
    Random random = new Random(1);
    lake.ledger(TABLE)
        .append(IntStream.range(0, 20_000).mapToObj(i -> event("A" + i, noise(random))).toList());
    assertThat(lake.bytes(TABLE)).isGreaterThan(Ledger.SMALL);
    Set<String> untouched = lake.fileSizes(TABLE).keySet();
    lake.ledger(TABLE).append(List.of(event("E1", "one")));
    lake.ledger(TABLE).merge(List.of(event("E1", "two"), event("E2", "two")));
    assertThat(lake.fileSizes(TABLE).keySet()).containsAll(untouched);
    assertThat(
            lake.read(TABLE).where("event_id like 'E%'").select("event_id", "name").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[E1,two]", "[E2,two]");
    assertThat(lake.read(TABLE).count()).isEqualTo(20_002);
  }

  @Test
  void aKnownKeyIsLeftAloneByWhatIsNew() {
    Lake lake = lake();
    lake.ledger(TABLE).append(List.of(event("E1", "one")));
    lake.ledger(TABLE).appendNew(List.of(event("E1", "two"), event("E2", "two")));
    assertThat(stored(lake)).containsExactlyInAnyOrder("[E1,one]", "[E2,two]");
  }

  private Lake lake() {
    return new Lake(SharedSpark.session(), folder.toString(), catalog);
  }

  private static List<String> stored(Lake lake) {
    List<String> rows = new ArrayList<>();
    lake.read(TABLE)
        .select("event_id", "name")
        .collectAsList()
        .forEach(row -> rows.add(row.toString()));
    return rows;
  }

  private static String noise(Random random) {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Row event(String id, String name) {
    Date day = Date.valueOf("2026-01-01");
    return RowFactory.create(
        id, name, "conference", day, day, "Hall", "City", "personnel", "0".repeat(64), day, null);
  }
}
