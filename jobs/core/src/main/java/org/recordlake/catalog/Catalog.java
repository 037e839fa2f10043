package org.recordlake.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.problem.Failure;

/** All tables of the lake and the notice they are kept under. */
public final class Catalog {
  private final Notice notice;
  private final Map<String, TableSpec> tables = new LinkedHashMap<>();

  Catalog(Notice notice, List<TableSpec> specs) {
    this.notice = notice;
    specs.forEach(spec -> tables.put(spec.name(), spec));
  }

  public Notice notice() {
    return notice;
  }

  /**
   * @throws Failure (configuration) if there is no such table
   */
  public TableSpec table(String name) {
    TableSpec spec = tables.get(name);
    if (spec == null) {
      throw Failure.configuration(
          "there is no table '" + name + "'",
          "catalogue",
          "Add conf/catalog/<zone>/" + name + ".yaml or correct the name");
    }
    return spec;
  }

  /** The table that plays {@code role} under this notice; empty if none does. */
  public Optional<TableSpec> withRole(Role role) {
    return tables.values().stream().filter(spec -> spec.role().equals(Optional.of(role))).findAny();
  }

  /** How individuals are known; empty if no table says who is who. */
  public Optional<Individual> individual() {
    return withRole(Role.INDIVIDUAL).map(Individual::of);
  }

  /** How records on paper are known; empty if no table indexes any. */
  public Optional<PaperIndex> paper() {
    return withRole(Role.PAPER).map(PaperIndex::of);
  }

  public boolean contains(String name) {
    return tables.containsKey(name);
  }

  public List<TableSpec> tables() {
    return List.copyOf(tables.values());
  }

  public List<TableSpec> tables(Zone zone) {
    return tables.values().stream().filter(spec -> spec.zone() == zone).toList();
  }
}
