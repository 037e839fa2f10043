package org.recordlake.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.problem.Failure;

/** The models of one job, each after those it reads. */
final class JobModels {
  private JobModels() {}

  /**
   * @throws Failure (configuration) if models read each other in a circle
   */
  static List<MartModel> of(Catalog catalog, String job, Stages stages) {
    Map<String, TableSpec> mine =
        catalog.tables(Zone.MARTS).stream()
            .filter(spec -> spec.mart().filter(mart -> mart.job().equals(job)).isPresent())
            .collect(
                Collectors.toMap(TableSpec::name, spec -> spec, (one, other) -> one, TreeMap::new));
    return DependencyOrder.of(mine.keySet(), mart -> readsAmong(mine, mart)).stream()
        .map(mine::get)
        .map(spec -> MartModel.of(spec, stages))
        .toList();
  }

  private static List<String> readsAmong(Map<String, TableSpec> marts, String mart) {
    return marts.get(mart).mart().orElseThrow().reads().stream()
        .filter(marts::containsKey)
        .toList();
  }
}
