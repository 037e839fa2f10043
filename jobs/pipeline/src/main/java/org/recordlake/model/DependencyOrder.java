package org.recordlake.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.recordlake.problem.Failure;

/** Puts what is read before what reads it. */
final class DependencyOrder {
  private final Function<String, ? extends Collection<String>> reads;
  private final Set<String> placed = new LinkedHashSet<>();
  private final Set<String> onTheWay = new LinkedHashSet<>();

  private DependencyOrder(Function<String, ? extends Collection<String>> reads) {
    this.reads = reads;
  }

  /**
   * {@code names} and all they read, directly or not, each after what it reads.
   *
   * @throws Failure (configuration) if a name reads itself in the end
   */
  static List<String> of(
      Collection<String> names, Function<String, ? extends Collection<String>> reads) {
    DependencyOrder order = new DependencyOrder(reads);
    names.forEach(order::place);
    return List.copyOf(order.placed);
  }

  private void place(String name) {
    if (placed.contains(name)) {
      return;
    }
    if (!onTheWay.add(name)) {
      throw cycle(name);
    }
    reads.apply(name).forEach(this::place);
    onTheWay.remove(name);
    placed.add(name);
  }

  private Failure cycle(String name) {
    List<String> way = new ArrayList<>(onTheWay);
    List<String> circle = new ArrayList<>(way.subList(way.indexOf(name), way.size()));
    circle.add(name);
    return Failure.configuration(
        "models read each other in a circle",
        String.join(" reads ", circle),
        "Take one of them out of the other's reads");
  }
}
