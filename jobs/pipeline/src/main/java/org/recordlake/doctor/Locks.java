package org.recordlake.doctor;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recordlake.config.LockedSettings;
import org.recordlake.doctor.Finding.Fault;
import org.recordlake.doctor.Finding.Fine;
import org.recordlake.problem.ExitCode;

/** The settings of Spark that nobody can change, and who tries to. */
final class Locks {
  private static final String SUBJECT = "locked";

  private Locks() {}

  /**
   * @param submitted Spark settings that weigh more than those of the installation
   * @param place where they were set
   */
  static List<Finding> examine(Map<String, String> submitted, String place) {
    Stream<Finding> locked =
        LockedSettings.all().stream()
            .filter(lock -> lock.allows(submitted))
            .map(lock -> new Fine(SUBJECT, lock.name() + " = " + lock.value()));
    Stream<Finding> faults =
        LockedSettings.problems(submitted, place).stream()
            .map(problem -> Fault.of(SUBJECT, problem, ExitCode.CONFIGURATION));
    return Stream.concat(locked, faults).toList();
  }
}
