package org.recordlake.format.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.Reading;
import org.recordlake.format.mapped.Mapping;

/**
 * What the configuration says of a source: of a landing folder, of files with certain names in
 * their header, or of both.
 *
 * @param folder landing folder; empty for any
 * @param layout name of the one layout its files have; empty where it shows itself
 * @param zone in which its times are meant that say none
 * @param exportedOn day its files were made, where storage knows it wrong
 * @param dates how its files write days in figures, where they do not show it themselves
 * @param constants values of columns that its layout does not tell
 * @param mapping how its records become rows, if it has a layout of its own
 */
record SourceSpec(
    String name,
    Optional<String> folder,
    Optional<String> layout,
    Optional<ZoneId> zone,
    Optional<LocalDate> exportedOn,
    Optional<DateOrder> dates,
    Map<String, String> constants,
    Optional<Mapping> mapping) {
  SourceSpec {
    constants = Map.copyOf(constants);
  }

  boolean isOf(String landingFolder) {
    return folder.map(landingFolder::equals).orElse(false);
  }

  /**
   * How a file is read.
   *
   * @param modifiedAt when it was last changed
   * @param otherwise the zone where none is said
   */
  Reading reading(Instant modifiedAt, ZoneId otherwise) {
    Instant madeAt =
        exportedOn.map(day -> day.atTime(12, 0).toInstant(ZoneOffset.UTC)).orElse(modifiedAt);
    return new Reading(zone.orElse(otherwise), madeAt, dates.stream().collect(Collectors.toSet()));
  }
}
