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
    Surroundings outside = Surroundings.ofProcess();
    Logs.prepare(outside.home());
    System.exit(run(outside, Jobs.shipped(), arguments));
  }

  static int run(Surroundings outside, List<Jobs.Entry> jobs, String... arguments) {
    try {
      return commandLine(outside, jobs).execute(arguments);
    } catch (Error bug) {
      return new Failures(outside).told(bug, "recordlake");
    } finally {
      outside.results().flush();
    }
  }

  static CommandLine commandLine(Surroundings outside, List<Jobs.Entry> jobs) {
    CommandLine program = new CommandLine(new Recordlake());
    Map<String, CommandLine> groups = new LinkedHashMap<>();
    jobs.forEach(entry -> add(program, groups, entry.group(), command(outside, entry)));
    others(outside)
        .forEach(
            (group, commands) ->
                commands.forEach(command -> add(program, groups, group, new CommandLine(command))));
    describe(groups);
    program
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, new Days())
        .setExecutionExceptionHandler(new Failures(outside))
        .setParameterExceptionHandler(new WrongUse(outside))
        .setOut(new java.io.PrintWriter(outside.results(), true))
        .setErr(new java.io.PrintWriter(outside.messages(), true));
    exitCodes(program);
    return program;
  }

  /** The commands that run no registered jobs, by their group. */
  private static Map<String, List<Object>> others(Surroundings outside) {
    Map<String, List<Object>> others = new LinkedHashMap<>();
    others.put(
        "catalog",
        List.of(new CatalogCheckCommand(outside), new CatalogDictionaryCommand(outside)));
    others.put(
        "hold",
        List.of(
            new HoldPlaceCommand(outside),
            new HoldReleaseCommand(outside),
            new HoldListCommand(outside)));
    others.put("meeting", List.of(new MeetingSheetCommand(outside)));
    others.put(
        "identity",
        List.of(
            new IdentityReviewCommand(outside),
            new IdentitySplitCommand(outside),
            new IdentityConfirmCommand(outside)));
    others.put("subject", List.of(new SubjectFindCommand(outside)));
    others.put(
        "marketing", List.of(new MarketingFindCommand(outside), new DoNotContactCommand(outside)));
    others.put(
        "",
        List.of(
            new DoctorCommand(outside), new GenerateCommand(outside), new QueryCommand(outside)));
    return others;
  }

  private static CommandLine command(Surroundings outside, Jobs.Entry entry) {
    Object command =
        switch (entry.kind()) {
          case RUN -> new RunCommand(outside, entry);
          case BACKFILL -> new BackfillCommand(outside, entry);
          case INSIGHTS -> new InsightsCommand(outside, entry);
          case PLAN -> new PlanCommand(outside, entry);
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
      parent = new CommandLine(new Group()).setCommandName(group);
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
