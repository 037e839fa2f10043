package org.recordlake.cli;

import java.util.Comparator;
import java.util.List;
import org.recordlake.doctor.Doctor;
import org.recordlake.doctor.Finding;
import org.recordlake.problem.ExitCode;
import picocli.CommandLine.Command;

/** Tells what would keep a run from succeeding, and how to mend it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Check the machine, the configuration, the keys and the folders.")
final class DoctorCommand extends LakeCommand {
  DoctorCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    List<Finding> findings =
        Doctor.examine(common.settingsFile(environment), common.overrides(environment));
    findings.forEach(finding -> environment.results().println(finding.line()));
    return findings.stream()
        .flatMap(finding -> finding.failure().stream())
        // A run would end at the first of them: the configuration is read before any storage.
        .min(Comparator.naturalOrder())
        .orElse(ExitCode.DONE)
        .code();
  }
}
