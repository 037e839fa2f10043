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
    others(environment)
        .forEach(
            (group, commands) ->
                commands.forEach(command -> add(program, groups, group, new CommandLine(command))));
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

  /** The commands that run no registered jobs, by their group. */
  private static Map<String, List<Object>> others(CliEnvironment environment) {
    Map<String, List<Object>> others = new LinkedHashMap<>();
    others.put(
        "catalog",
        List.of(new CatalogCheckCommand(environment), new CatalogDictionaryCommand(environment)));
    others.put(
        "hold",
        List.of(
            new HoldPlaceCommand(environment),
            new HoldReleaseCommand(environment),
            new HoldListCommand(environment)));
    others.put(
        "retention",
        List.of(
            new RetentionPlanCommand(environment),
            new RetentionOutlookCommand(environment),
            new RetentionReplayCommand(environment)));
    others.put("meeting", List.of(new MeetingSheetCommand(environment)));
    others.put(
        "identity",
        List.of(
            new IdentityReviewCommand(environment),
            new IdentitySplitCommand(environment),
            new IdentityConfirmCommand(environment)));
    others.put("subject", List.of(new SubjectFindCommand(environment)));
    others.put(
        "marketing",
        List.of(new MarketingFindCommand(environment), new DoNotContactCommand(environment)));
    others.put(
        "",
        List.of(
            new DoctorCommand(environment),
            new GenerateCommand(environment),
            new QueryCommand(environment)));
    return others;
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
