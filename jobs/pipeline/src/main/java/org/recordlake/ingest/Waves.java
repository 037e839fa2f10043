package org.recordlake.ingest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.disposal.Kinship;
import org.recordlake.ingest.resolve.TriggerDates;

/**
 * The order in which tables are resolved. Those that others count their dates from come first,
 * those that ask for what people chose last; under a hold, a table also comes after those its rows
 * belong to, since these may lead its rows to the hold. Tables of a wave need nothing of each
 * other.
 */
final class Waves {
  private Waves() {}

  /** {@code tables} in waves, where no hold is in force. */
  static List<List<String>> of(Catalog catalog, Collection<String> tables) {
    return waves(tables, table -> new Place(stage(catalog, table), 0));
  }

  /** {@code tables} in waves under holds. */
  static List<List<String>> underHolds(Catalog catalog, Collection<String> tables) {
    Kinship kinship = new Kinship(catalog);
    return waves(
        tables, table -> new Place(stage(catalog, table), kinship.depth(catalog.table(table))));
  }

  private record Place(int stage, int depth) {}

  private static int stage(Catalog catalog, String name) {
    TableSpec table = catalog.table(name);
    boolean asks = table.consent().isPresent();
    return TriggerDates.isTrigger(catalog, name) ? 0 : asks ? 2 : 1;
  }

  private static List<List<String>> waves(
      Collection<String> tables, Function<String, Place> place) {
    Comparator<Place> order = Comparator.comparingInt(Place::stage).thenComparingInt(Place::depth);
    Map<Place, List<String>> waves =
        tables.stream()
            .collect(Collectors.groupingBy(place, () -> new TreeMap<>(order), Collectors.toList()));
    return List.copyOf(waves.values());
  }
}
