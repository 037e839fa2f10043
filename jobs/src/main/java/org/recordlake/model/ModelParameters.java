package org.recordlake.model;

import java.time.LocalDate;
import java.util.Map;
import org.recordlake.job.JobContext;

/**
 * What a model may ask for by name.
 *
 * @param asOf {@code :as_of}, the day the model describes
 * @param threshold {@code :threshold}, people below which a count is hidden
 */
public record ModelParameters(LocalDate asOf, int threshold) {
  static ModelParameters of(JobContext context) {
    return new ModelParameters(context.asOf(), context.settings().suppressionThreshold());
  }

  /**
   * The same by the names SQL asks for them, and {@code :as_of_month}, the first day of that month:
   * a model content with it stays as it is until the month ends.
   */
  public Map<String, Object> named() {
    return Map.of("as_of", asOf, "as_of_month", asOf.withDayOfMonth(1), "threshold", threshold);
  }
}
