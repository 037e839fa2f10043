package org.recordlake.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recordlake.job.JobOptions;
import org.recordlake.retention.HoldOrder;
import org.recordlake.retention.PlaceHold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Places a legal hold. */
@Command(
    name = "place",
    mixinStandardHelpOptions = true,
    description = "Place a legal hold: what it covers is not destroyed until it is released.")
final class HoldPlaceCommand implements Callable<Integer> {
  private final Surroundings outside;

  @Option(
      names = "--on",
      required = true,
      paramLabel = "COLUMN=VALUE",
      description =
          "What is held: customer_id, meeting_id, event_id, campaign_id or award_key and its"
              + " number, or table and a table's name (or all).")
  private String scope;

  @Option(
      names = "--matter",
      required = true,
      paramLabel = "TEXT",
      description = "Lawsuit, audit or inquiry.")
  private String matter;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who orders it.")
  private String placedBy;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--tables",
      split = ",",
      paramLabel = "TABLE",
      description = "Only these tables; all that have the column without it.")
  private List<String> tables = List.of();

  @Option(names = "--id", paramLabel = "ID", description = "Number of the hold; the next free one.")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--placed-on",
      paramLabel = "DATE",
      description = "First day of the hold; the day of the run without it.")
  private Optional<LocalDate> placedOn = Optional.empty();

  @Mixin private final CommonOptions common = new CommonOptions();

  HoldPlaceCommand(Surroundings outside) {
    this.outside = outside;
  }

  @Override
  public Integer call() {
    int equals = scope.indexOf('=');
    String column = equals < 0 ? scope : scope.substring(0, equals);
    String value = equals < 0 ? "" : scope.substring(equals + 1);
    HoldOrder order = new HoldOrder(id, matter, column, value, tables, reason, placedOn, placedBy);
    return new JobRun(outside, common).run(List.of(new PlaceHold(order)), JobOptions.DEFAULT);
  }
}
