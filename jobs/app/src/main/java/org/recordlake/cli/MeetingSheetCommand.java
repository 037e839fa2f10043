package org.recordlake.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.recordlake.job.JobOptions;
import org.recordlake.reporting.MeetingChoice;
import org.recordlake.reporting.MeetingSheet;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes who attended a meeting and what they answered. */
@Command(
    name = "sheet",
    mixinStandardHelpOptions = true,
    description = {
      "Write who attended meetings and what each attendee answered, to the restricted shelf.",
      "Noted in the audit log; anonymous answers are left out. The next report run takes it away, and",
      "so does retention when it destroys records of meetings."
    })
final class MeetingSheetCommand implements Callable<Integer> {
  private final CliEnvironment environment;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Option(names = "--operator", required = true, paramLabel = "NAME", description = "Who asks.")
  private String operator;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** The meetings, in one of three ways. */
  private static final class Which {
    @Option(names = "--meeting", paramLabel = "ID", description = "Number of the meeting.")
    private String meeting;

    @Option(names = "--host-name", paramLabel = "NAME", description = "All meetings of this host.")
    private String hostName;

    @Option(names = "--host-email", paramLabel = "MAIL", description = "All meetings of this host.")
    private String hostEmail;

    MeetingChoice choice() {
      if (meeting != null) {
        return new MeetingChoice(MeetingChoice.By.MEETING, meeting);
      }
      return hostName != null
          ? new MeetingChoice(MeetingChoice.By.HOST_NAME, hostName)
          : new MeetingChoice(MeetingChoice.By.HOST_EMAIL, hostEmail);
    }
  }

  MeetingSheetCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return new JobRun(environment, common)
        .run(List.of(new MeetingSheet(which.choice(), operator, reason)), JobOptions.DEFAULT);
  }
}
