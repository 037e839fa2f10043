package org.recordlake.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A published notice of a system of records: what may be kept, why, for whom and how long.
 *
 * @param holdScopes columns a legal hold can be laid on, besides whole tables
 * @param schedule every version of the retention schedule, oldest first
 */
public record Notice(
    String file,
    Publication publication,
    Office office,
    Coverage coverage,
    Access access,
    List<String> holdScopes,
    List<RetentionSchedule> schedule) {

  public Notice {
    holdScopes = List.copyOf(holdScopes);
    schedule = List.copyOf(schedule);
  }

  /**
   * Where the notice was published.
   *
   * @param history earlier versions
   */
  public record Publication(
      String id, String title, String document, LocalDate publishedOn, List<String> history) {}

  /** Who keeps the records, where, and by what law. */
  public record Office(
      String agency,
      String systemManager,
      String securityClassification,
      List<String> locations,
      List<String> authorities) {}

  /** What the records are about, whom, and who gives them. */
  public record Coverage(
      List<Item> purposes,
      List<Item> individuals,
      List<Item> categories,
      List<Item> recordSources) {}

  /**
   * Who may see records, by what they are found, and how soon a request is answered.
   *
   * @param deadlines days allowed for Privacy Act requests, by name
   */
  public record Access(
      List<RoutineUse> routineUses,
      List<Retrieval> retrieval,
      Map<String, Integer> deadlines,
      List<String> exemptions) {
    public Access {
      deadlines = Map.copyOf(deadlines);
    }
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

  /** Number or name of the system of records. */
  public String id() {
    return publication.id();
  }

  public List<Item> categories() {
    return coverage.categories();
  }

  public List<Item> recordSources() {
    return coverage.recordSources();
  }

  /** Ids of the record sources. */
  public Set<String> recordSourceIds() {
    return recordSources().stream().map(Item::id).collect(Collectors.toUnmodifiableSet());
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
