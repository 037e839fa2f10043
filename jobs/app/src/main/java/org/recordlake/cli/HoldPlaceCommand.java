package org.recordlake.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.recordlake.disposal.Hold;
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
      paramLabel = "COLUMN=VALUE",
      description = {
        "What is held: a column of the notice's hold_scopes with its number (customer_id=C-000123),",
        "or table=NAME for a whole table, table=all for all of them."
      })
  private String scope;

  @Option(
      names = "--where",
      paramLabel = "TERMS",
      description = {
        "What is held, instead of --scope, as terms joined by 'and':",
        "host_email a@b.gov and date 2025-01-01..2025-03-31 and category 9. A term is 'email',",
        "'date', 'category', 'table' or a column that names or numbers somebody, and a value."
      })
  private String where;

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
    if ((scope == null) == (where == null)) {
      throw Failure.usage(
          "what is held is said " + (scope == null ? "nowhere" : "twice"),
          "--scope",
          "Give either --scope or --where");
    }
    String given = where == null ? scope : Hold.WHERE_SCOPE + "=" + where;
    int equals = given.indexOf('=');
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
            given.substring(0, equals),
            given.substring(equals + 1),
            tables,
            Optional.ofNullable(reason),
            Optional.ofNullable(placedOn),
            by);
    return run(new PlaceHold(order));
  }
}
