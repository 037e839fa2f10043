package org.recordlake.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recordlake.problem.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code recordlake COMMAND}. Its exit code is one of {@link ExitCode}. */
@Command(
    name = "recordlake",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Runs a Privacy Act system of records as a Delta lakehouse.")
public final class Recordlake {
  private Recordlake() {}

  /** Runs the command named by {@code arguments} and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CliEnvironment environment = CliEnvironment.ofProcess();
    LogSetup.prepare(environment.home());
    System.exit(run(environment, Jobs.shipped(), arguments));
  }

  static int run(CliEnvironment environment, List<Jobs.Entry> jobs, String... arguments) {
    try {
      return commandLine(environment, jobs).execute(arguments);
    } catch (Error bug) {
      return new FailureHandler(environment).told(bug, "recordlake");
    } finally {
      environment.results().flush();
    }
  }

  static CommandLine commandLine(CliEnvironment environment, List<Jobs.Entry> jobs) {
    CommandLine program = new CommandLine(new Recordlake());
    Map<String, CommandLine> groups = new LinkedHashMap<>();
    jobs.forEach(entry -> add(program, groups, entry.group(), command(environment, entry)));
    others(program, groups, environment);
    describe(groups);
    program
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, new DateConverter())
        .setExecutionExceptionHandler(new FailureHandler(environment))
        .setParameterExceptionHandler(new UsageErrorHandler(environment))
        .setOut(new java.io.PrintWriter(environment.results(), true))
        .setErr(new java.io.PrintWriter(environment.messages(), true));
    exitCodes(program);
    return program;
  }

  /** Adds the commands that run no registered jobs. */
  private static void others(
      CommandLine program, Map<String, CommandLine> groups, CliEnvironment environment) {
    add(program, groups, "catalog", new CommandLine(new CatalogCheckCommand(environment)));
    add(program, groups, "catalog", new CommandLine(new CatalogDictionaryCommand(environment)));
    add(program, groups, "hold", new CommandLine(new HoldPlaceCommand(environment)));
    add(program, groups, "hold", new CommandLine(new HoldReleaseCommand(environment)));
    add(program, groups, "hold", new CommandLine(new HoldListCommand(environment)));
    add(program, groups, "retention", new CommandLine(new RetentionPlanCommand(environment)));
    add(program, groups, "retention", new CommandLine(new RetentionOutlookCommand(environment)));
    add(program, groups, "retention", new CommandLine(new RetentionApproveCommand(environment)));
    add(program, groups, "retention", new CommandLine(new RetentionConfirmCommand(environment)));
    add(program, groups, "retention", new CommandLine(new RetentionReplayCommand(environment)));
    add(
        program,
        groups,
        "retention",
        new CommandLine(new RetentionCertificateCommand(environment)));
    add(program, groups, "retention", new CommandLine(new RetentionVerifyCommand(environment)));
    add(program, groups, "meeting", new CommandLine(new MeetingSheetCommand(environment)));
    add(program, groups, "identity", new CommandLine(new IdentityReviewCommand(environment)));
    add(program, groups, "identity", new CommandLine(new IdentitySplitCommand(environment)));
    add(program, groups, "identity", new CommandLine(new IdentityConfirmCommand(environment)));
    add(program, groups, "subject", new CommandLine(new SubjectFindCommand(environment)));
    add(program, groups, "marketing", new CommandLine(new MarketingFindCommand(environment)));
    add(program, groups, "marketing", new CommandLine(new DoNotContactCommand(environment)));
    add(program, groups, "", new CommandLine(new DoctorCommand(environment)));
    add(program, groups, "", new CommandLine(new GenerateCommand(environment)));
    add(program, groups, "", new CommandLine(new QueryCommand(environment)));
    add(program, groups, "", new CommandLine(new ScanCommand(environment)));
  }

  private static CommandLine command(CliEnvironment environment, Jobs.Entry entry) {
    Object command =
        switch (entry.kind()) {
          case RUN, WHOLE -> new RunCommand(environment, entry);
          case BACKFILL -> new BackfillCommand(environment, entry);
          case INSIGHTS -> new InsightsCommand(environment, entry);
        };
    CommandLine line = new CommandLine(command).setCommandName(entry.word());
    line.getCommandSpec().usageMessage().description(entry.description());
    return line;
  }

  private static void add(
      CommandLine program, Map<String, CommandLine> groups, String group, CommandLine command) {
    if (group.isEmpty()) {
      program.addSubcommand(command);
      return;
    }
    CommandLine parent = program.getSubcommands().get(group);
    if (parent == null) {
      parent = new CommandLine(new CommandGroup()).setCommandName(group);
      groups.put(group, parent);
      program.addSubcommand(parent);
    }
    parent.addSubcommand(command);
  }

  private static void describe(Map<String, CommandLine> groups) {
    groups.forEach(
        (name, group) ->
            group
                .getCommandSpec()
                .usageMessage()
                .description("Commands: " + String.join(", ", group.getSubcommands().keySet())));
  }

  private static void exitCodes(CommandLine program) {
    Map<String, String> list = new LinkedHashMap<>();
    Arrays.stream(ExitCode.values())
        .forEach(code -> list.put(Integer.toString(code.code()), code.meaning()));
    program
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(list);
  }
}
