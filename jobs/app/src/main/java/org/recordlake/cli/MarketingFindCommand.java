package org.recordlake.cli;

import java.util.HashMap;
import java.util.Map;
import org.recordlake.problem.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Retrieves direct-marketing records by the keys the notice names. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    description = {
      "Retrieve direct-marketing records by NAICS code, SIC code and company name.",
      "Asks for --operator and --reason, and is noted in the audit log."
    })
final class MarketingFindCommand extends MarketingCommand {
  @Option(
      names = "--naics",
      paramLabel = "CODE",
      description = "Industry code, 2 to 6 digits; all codes that begin with it.")
  private String naics = "";

  @Option(
      names = "--sic",
      paramLabel = "CODE",
      description = "Older industry code, 2 to 4 digits; all codes that begin with it.")
  private String sic = "";

  @Option(names = "--company", paramLabel = "NAME", description = "Any part of the company's name.")
  private String company = "";

  MarketingFindCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    if (naics.isEmpty() && sic.isEmpty() && company.isBlank()) {
      throw Failure.usage(
          "nothing to look for", "marketing find", "Give --naics, --sic or --company");
    }
    digits("--naics", naics, 6);
    digits("--sic", sic, 4);
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("naics", naics);
    arguments.put("sic", sic);
    arguments.put("company", company.strip());
    return answer("marketing-find", arguments);
  }

  private static void digits(String option, String code, int most) {
    if (!code.isEmpty() && !code.matches("\\d{2," + most + "}")) {
      throw Failure.usage(
          "the code is not 2 to " + most + " digits", option, "Give the first digits of the code");
    }
  }
}
