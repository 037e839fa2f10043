package org.recordlake.cli;

import java.time.LocalDate;
import java.util.Locale;
import org.recordlake.config.Settings;
import org.recordlake.lake.SparkSessions;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes landing files of invented customers. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Make landing files of invented customers: same seed, same bytes.")
final class GenerateCommand extends LakeCommand {
  @Option(names = "--customers", required = true, paramLabel = "N", description = "How many.")
  private int customers;

  @Option(
      names = "--months",
      paramLabel = "M",
      defaultValue = "48",
      description = "Months of history, up to --as-of. Default: ${DEFAULT-VALUE}.")
  private int months;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another number, other customers. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Landing root.")
  private String out;

  @Option(
      names = "--second-source",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = {
        "Share of the customers, 0 to 0.8, whom another source without customer numbers wrote down",
        "as well, a fifth of names and addresses in another way. Default: ${DEFAULT-VALUE}."
      })
  private double secondSource;

  GenerateCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    try {
      run();
    } catch (NoClassDefFoundError noSamples) {
      throw Failure.configuration(
          "what makes samples is not on this class path",
          "generate",
          "Use the launcher, or add the jar of jobs/samples");
    }
    return ExitCode.DONE.code();
  }

  private void run() {
    Settings settings = settings();
    LocalDate endOn = JobContexts.asOf(environment, common, settings);
    String place = CommonOptions.place(out, environment);
    SampleFiles files = new SampleFiles(customers, months, seed, place, endOn, secondSource);
    if (common.dryRun()) {
      environment
          .results()
          .printf(
              Locale.ROOT,
              "Would make %,d customers with %d months up to %s in %s%n",
              customers,
              months,
              endOn,
              place);
    } else {
      files.make(() -> SparkSessions.open(settings), out).forEach(environment.results()::println);
    }
  }
}
