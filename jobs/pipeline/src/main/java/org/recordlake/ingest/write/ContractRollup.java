package org.recordlake.ingest.write;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkTypes;
import org.recordlake.schedule.DueDates;

/**
 * Makes contracts out of their actions. A published line tells one action, and the files of one
 * contract come over years, so its value, first and last day follow from all actions known,
 * whatever file brought them. Done once the actions of a run are stored; done again, it changes
 * nothing.
 */
public final class ContractRollup {
  public static final String CONTRACTS = "supplier_contracts";
  public static final String ACTIONS = "supplier_contract_actions";

  private final JobContext context;

  public ContractRollup(JobContext context) {
    this.context = context;
  }

  /**
   * Rolls up the contracts that files of this run touched.
   *
   * @param files SHA-256 of the files
   */
  public void of(Set<String> files) {
    Lake lake = context.lake();
    view("known_actions", lake.read(ACTIONS));
    view("known_contracts", lake.read(CONTRACTS));
    view("arriving_actions", arriving(ACTIONS, files));
    view("arriving_contracts", arriving(CONTRACTS, files));
    Dataset<Row> changed = lake.spark().sql(statement()).persist();
    if (!changed.isEmpty()) {
      lake.merge(CONTRACTS, complete(changed));
    }
    changed.unpersist();
  }

  private Dataset<Row> arriving(String table, Set<String> files) {
    return context
        .lake()
        .read(table)
        .where(col(TableSpec.INGESTED_FILE).isin(files.toArray()))
        .select("award_key");
  }

  private static void view(String name, Dataset<Row> rows) {
    rows.createOrReplaceTempView(name);
  }

  /** The whole rows, with what follows from the changed columns. */
  private Dataset<Row> complete(Dataset<Row> changed) {
    TableSpec spec = context.catalog().table(CONTRACTS);
    DueDates dueDates =
        new DueDates(
            context.catalog().notice().scheduleOn(context.asOf()), context.settings().zone());
    Set<String> rolled = Set.of(changed.columns());
    Column[] others =
        Arrays.stream(SparkTypes.schema(spec).fieldNames())
            .filter(name -> !rolled.contains(name) || name.equals("award_key"))
            .map(functions::col)
            .toArray(Column[]::new);
    return context
        .lake()
        .read(CONTRACTS)
        .select(others)
        .join(changed, "award_key")
        .withColumn(TableSpec.RECORDED_ON, lit(Date.valueOf(context.asOf())))
        .withColumn(TableSpec.DUE_ON, dueDates.ownDueOn(spec));
  }

  private static String statement() {
    try (InputStream text =
        ContractRollup.class.getResourceAsStream("/sql/ingest/contract_rollup.sql")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
