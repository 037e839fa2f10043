package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.FaultyStorage;
import org.recordlake.testing.FaultyStorage.Fault;

/**
 * A disposal that dies at any change of the disk, by a kill or since the disk is full, is finished
 * by the next run with the same end. The build tries a few of the changes in each of its parts;
 * {@code -Drecordlake.faults=all} tries every one.
 */
class KilledAnywhereTest {
  private static final String DAY = "2026-11-22";
  private static final int TRIED = 4;

  @TempDir Path folder;
  private Path untouched;

  @AfterEach
  void mend() {
    FaultyStorage.mend();
  }

  @Test
  void whereverADisposalDiesTheNextRunEndsItAsIfNothingHadHappened() throws IOException {
    untouched = folder.resolve("untouched");
    SmallLake lake = new SmallLake(untouched);
    lake.store(
        "customers",
        Map.of("customer_id", "C1", "relationship_ended_on", "2023-11-21"),
        Map.of("customer_id", "C2"));
    lake.store(
        "contacts",
        Map.of("contact_id", "P1", "customer_id", "C1", "updated_on", "2020-01-01"),
        Map.of("contact_id", "P2", "customer_id", "C2", "updated_on", "2026-01-01"));
    lake.on(DAY);

    SmallLake whole = copy("whole");
    FaultyStorage.count(whole.folder());
    end(whole);
    int changes = FaultyStorage.changes();
    Map<String, Object> expected = state(whole);
    assertThat(expected)
        .containsEntry("states", List.of("contacts certified 1", "customers certified 1"));

    List<String> wrong = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      boolean all = "all".equals(System.getProperty("recordlake.faults"));
      int tried = fault == Fault.KILLED ? TRIED : 1;
      int step = all ? 1 : Math.max(1, changes / tried);
      for (int good = all ? 0 : step / 2; good < changes; good += step) {
        Map<String, Object> found = after(fault, good);
        if (!found.equals(expected)) {
          wrong.add(fault + " after " + good + " of " + changes + " changes: " + found);
        }
      }
    }
    assertThat(wrong).as("instead of %s", expected).isEmpty();
  }

  private Map<String, Object> after(Fault fault, int good) throws IOException {
    SmallLake lake = copy(fault + "-" + good);
    FaultyStorage.failAfter(lake.folder(), fault, good);
    try {
      end(lake);
    } catch (Exception died) {
      // As it should, or nearly at the end it may have got through.
    }
    FaultyStorage.mend();
    try {
      end(lake);
      return state(lake);
    } catch (Exception e) {
      return Map.of("does not go on", String.valueOf(e));
    } finally {
      FileUtils.deleteDirectory(lake.folder().getParent().toFile());
    }
  }

  private static void end(SmallLake lake) {
    lake.run(DAY, new RetentionDelete());
    lake.run(DAY, new RetentionPurge());
  }

  private SmallLake copy(String name) throws IOException {
    Path to = folder.resolve(name);
    FileUtils.copyDirectory(untouched.toFile(), to.toFile());
    return new SmallLake(to);
  }

  /** What has to be the same, however a lake came there. */
  private static Map<String, Object> state(SmallLake lake) {
    Map<String, Object> state = new TreeMap<>();
    state.put("customers", lake.keys("customers"));
    state.put("contacts", lake.keys("contacts"));
    state.put(
        "states",
        lake.dispositions().stream()
            .map(
                row ->
                    row.getAs("table_name")
                        + " "
                        + row.getAs("state")
                        + " "
                        + row.getAs("rows_deleted"))
            .toList());
    state.put("tokens", lake.lake().read("disposed_keys").count());
    state.put("certificates", files(lake.folder().resolve("certificates")));
    state.put("pending", files(lake.folder().resolve("disposals/pending")));
    state.put(
        "left over",
        List.of("customers", "contacts", "dispositions", "disposed_keys").stream()
            .mapToLong(table -> lake.lake().leftovers(table).files())
            .sum());
    return state;
  }

  private static List<String> files(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
