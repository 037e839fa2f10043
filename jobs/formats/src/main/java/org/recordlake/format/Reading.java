package org.recordlake.format;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.recordlake.config.Settings.DateOrder;

/**
 * How a file's times are understood.
 *
 * @param zone in which times are meant that say none
 * @param madeAt when the file was made, on or before which all it tells happened
 * @param dates how days in figures are written: the one order the configuration says, or none
 */
public record Reading(ZoneId zone, Instant madeAt, Set<DateOrder> dates) implements Serializable {
  public Reading {
    dates = Set.copyOf(dates);
  }

  /** A reading of files nothing more is said of. */
  public Reading(ZoneId zone, Instant madeAt) {
    this(zone, madeAt, Set.of());
  }
}
