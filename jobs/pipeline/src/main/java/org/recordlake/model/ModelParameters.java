package org.recordlake.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Failure;

/**
 * What a model may ask for by name.
 *
 * @param asOf {@code :as_of}, the day the model describes
 * @param minimumGroup {@code :minimum_group}, people a group must have for its figures to be shown
 * @param conf folder of the configuration, for stages that take rules from it
 */
public record ModelParameters(LocalDate asOf, int minimumGroup, Optional<Path> conf) {
  /** Parameters of models that take nothing from the configuration. */
  public ModelParameters(LocalDate asOf, int minimumGroup) {
    this(asOf, minimumGroup, Optional.empty());
  }

  /** Those of a run. */
  public static ModelParameters of(JobContext context) {
    return new ModelParameters(
        context.asOf(),
        context.settings().suppression().minimumGroup(),
        Optional.of(context.settings().confFolder()));
  }

  /** The same for another day. */
  ModelParameters on(LocalDate day) {
    return new ModelParameters(day, minimumGroup, conf);
  }

  /**
   * Folder of the configuration.
   *
   * @throws Failure (configuration) if there is none
   */
  public Path confFolder() {
    return conf.orElseThrow(
        () ->
            Failure.configuration(
                "a model takes rules from the configuration and was given none",
                "model parameters",
                "Say where the conf folder is"));
  }

  /**
   * The same by the names SQL asks for them, and {@code :as_of_month}, the first day of that month:
   * a model content with it stays as it is until the month ends. {@code :question_names} is a JSON
   * object from the wording of a poll question to the name under which several wordings are one.
   */
  public Map<String, Object> named() {
    return Map.of(
        "as_of",
        asOf,
        "as_of_month",
        asOf.withDayOfMonth(1),
        "minimum_group",
        minimumGroup,
        "question_names",
        conf.map(QuestionNames::json).orElse("{}"));
  }
}
