package org.recordlake.generate;

import java.time.LocalDate;

/**
 * A service that a customer truly needs. From the day of adoption it is ordered from the Postal
 * Service; before, a competitor may serve it; from the day it is stated, calls, polls and surveys
 * may speak of it. Days after the end of the history are truth that the files do not tell.
 */
record Need(Service service, double strength, LocalDate statedOn, LocalDate adoptedOn) {

  boolean adoptedBy(LocalDate day) {
    return !adoptedOn.isAfter(day);
  }

  /** Wanted for some time before it is bought. */
  boolean openOn(LocalDate day) {
    return !statedOn.isAfter(day) && adoptedOn.isAfter(day);
  }
}
