package org.recordlake.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.recordlake.problem.Failure;
import org.recordlake.retention.HoldOrder;
import org.recordlake.retention.PlaceHold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lays a legal hold on records. */
@Command(
    name = "place",
    mixinStandardHelpOptions = true,
    description = "Place a legal hold: what it covers is destroyed by no retention rule.")
final class HoldPlaceCommand extends LakeCommand {
  @Option(
      names = "--scope",
      required = true,
      paramLabel = "COLUMN=VALUE",
      description = {
        "What is held: a column of the notice's hold_scopes with its number (customer_id=C-000123),",
        "or table=NAME for a whole table, table=all for all of them."
      })
  private String scope;

  @Option(
      names = "--matter",
      required = true,
      paramLabel = "TEXT",
      description = "Lawsuit, audit or inquiry the records are needed for.")
  private String matter;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who orders it.")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why these records.")
  private String reason;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Hold only this table's records. May be repeated. Default: all tables.")
  private List<String> tables = List.of();

  @Option(
      names = "--placed-on",
      paramLabel = "DATE",
      description = "First day. Default: the as-of day.")
  private LocalDate placedOn;

  @Option(names = "--id", paramLabel = "ID", description = "Number. Default: the next free one.")
  private String id;

  HoldPlaceCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    int equals = scope.indexOf('=');
    if (equals < 1) {
      throw Failure.usage(
          "the scope names no column and value",
          "--scope",
          "Write it as COLUMN=NUMBER, such as customer_id=C-000123");
    }
    HoldOrder order =
        new HoldOrder(
            Optional.ofNullable(id),
            matter,
            scope.substring(0, equals),
            scope.substring(equals + 1),
            tables,
            Optional.ofNullable(reason),
            Optional.ofNullable(placedOn),
            by);
    return run(new PlaceHold(order));
  }
}
