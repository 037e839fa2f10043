package org.recordlake.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A published notice of a system of records: what may be kept, why, for whom and how long.
 *
 * @param deadlines days allowed for Privacy Act requests, by name
 * @param schedule every version of the retention schedule, oldest first
 */
public record Notice(
    String file,
    String id,
    String title,
    String document,
    LocalDate publishedOn,
    String agency,
    String systemManager,
    String securityClassification,
    List<String> locations,
    List<String> authorities,
    List<Item> purposes,
    List<Item> individuals,
    List<Item> categories,
    List<Item> recordSources,
    List<RoutineUse> routineUses,
    List<Retrieval> retrieval,
    Map<String, Integer> deadlines,
    List<String> exemptions,
    List<String> history,
    List<RetentionSchedule> schedule) {

  public Notice {
    schedule = List.copyOf(schedule);
    deadlines = Map.copyOf(deadlines);
  }

  /**
   * A numbered line.
   *
   * @param id its number, or a name where the notice gives none
   */
  public record Item(String id, String title, String text) {}

  /** One standard routine use, and whether it applies to this system. */
  public record RoutineUse(int number, String title, boolean applies) {}

  /** By what the named records may be looked up. */
  public record Retrieval(int number, String records, List<String> by) {}

  /** Ids of the record sources. */
  public Set<String> recordSourceIds() {
    return recordSources.stream().map(Item::id).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The version of the schedule in force on {@code date}; before the first one takes effect, the
   * first.
   */
  public RetentionSchedule scheduleOn(LocalDate date) {
    return schedule.stream()
        .filter(version -> !version.effectiveOn().isAfter(date))
        .reduce((earlier, later) -> later)
        .orElse(schedule.get(0));
  }
}
