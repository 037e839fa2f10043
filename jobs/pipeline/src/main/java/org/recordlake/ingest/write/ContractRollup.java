package org.recordlake.ingest.write;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Role;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.job.SqlFiles;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkTypes;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.HeldVersions;
import org.recordlake.schedule.Holds;

/**
 * Makes contracts out of their actions. A published line tells one action, and the files of one
 * contract come over years, so its value, first and last day follow from all actions known,
 * whatever file brought them. Done once the actions of a run are stored; done again, it changes
 * nothing.
 */
public final class ContractRollup {
  private final JobContext context;
  private final TableSpec contracts;
  private final TableSpec actions;

  private ContractRollup(JobContext context, TableSpec contracts, TableSpec actions) {
    this.context = context;
    this.contracts = contracts;
    this.actions = actions;
  }

  /** Between the tables with the roles; empty if the notice has none of contracts or actions. */
  public static Optional<ContractRollup> of(JobContext context) {
    Catalog catalog = context.catalog();
    return catalog
        .withRole(Role.CONTRACT)
        .flatMap(
            contracts ->
                catalog
                    .withRole(Role.CONTRACT_ACTION)
                    .map(actions -> new ContractRollup(context, contracts, actions)));
  }

  /** The table whose rows change, and the one they follow from. */
  public List<String> tables() {
    return List.of(contracts.name(), actions.name());
  }

  /**
   * Rolls up the contracts that files of this run touched.
   *
   * @param files SHA-256 of the files
   * @param holds what they cover is preserved before it is overwritten
   */
  public void run(Set<String> files, Holds holds) {
    Lake lake = context.lake();
    view("known_actions", lake.read(actions.name()));
    view("known_contracts", lake.read(contracts.name()));
    view("arriving_actions", arriving(actions, files));
    view("arriving_contracts", arriving(contracts, files));
    Dataset<Row> changed =
        lake.spark().sql(SqlFiles.read(context, "sql/ingest/contract_rollup.sql")).persist();
    if (!changed.isEmpty()) {
      new HeldVersions(context).preserve(contracts, changed, holds);
      lake.merge(contracts.name(), complete(changed));
    }
    changed.unpersist();
  }

  private Dataset<Row> arriving(TableSpec table, Set<String> files) {
    return context
        .lake()
        .read(table.name())
        .where(col(TableSpec.INGESTED_FILE).isin(files.toArray()))
        .select(key());
  }

  private static void view(String name, Dataset<Row> rows) {
    rows.createOrReplaceTempView(name);
  }

  /** The whole rows, with what follows from the changed columns. */
  private Dataset<Row> complete(Dataset<Row> changed) {
    DueDates dueDates = DueDates.on(context);
    Set<String> rolled = Set.of(changed.columns());
    Column[] others =
        Arrays.stream(SparkTypes.schema(contracts).fieldNames())
            .filter(name -> !rolled.contains(name) || name.equals(key()))
            .map(functions::col)
            .toArray(Column[]::new);
    return context
        .lake()
        .read(contracts.name())
        .select(others)
        .join(changed, key())
        .withColumn(TableSpec.RECORDED_ON, lit(Date.valueOf(context.asOf())))
        .withColumn(TableSpec.DUE_ON, dueDates.ownDueOn(contracts));
  }

  private String key() {
    return contracts.key().get(0);
  }
}
