package org.recordlake.cli;

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
      "Write who attended meetings, how their polls came out and what each attendee answered,",
      "to the restricted shelf. Noted in the audit log; anonymous answers are counted only.",
      "The next report run takes it away, and so does retention when it destroys records of",
      "meetings."
    })
final class MeetingSheetCommand extends LakeCommand {
  @ArgGroup(multiplicity = "1")
  private Which which;

  @Mixin private final OperatorOptions who = new OperatorOptions();

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
    super(environment);
  }

  @Override
  public Integer call() {
    return run(new MeetingSheet(which.choice(), who.operator(), who.reason()));
  }
}
