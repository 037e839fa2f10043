package org.recordlake.ingest.format.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.ingest.format.RawRow;
import org.recordlake.ingest.format.TableShape;
import org.recordlake.ingest.format.tabular.Fields;
import org.recordlake.ingest.format.tabular.HeadedReader;
import org.recordlake.ingest.format.tabular.Header;

/**
 * Contract transactions as USAspending has published them since 2017, about 295 columns of which
 * some twenty are read. A line is one action.
 */
public record UsaSpendingTransactions() implements HeadedReader {
  @Override
  public String format() {
    return "usaspending-transactions";
  }

  @Override
  public Set<String> tables(Header header) {
    return header.hasAll("contractawarduniquekey", "federalactionobligation", "actiondate")
        ? Set.of(Action.ACTIONS, Action.CONTRACTS)
        : Set.of();
  }

  @Override
  public boolean oneRowALine() {
    return true;
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    return List.of(action(new ActionFields(fields)).cells(table).row(table, fields));
  }

  private static Action action(ActionFields fields) {
    return new Action(
        fields.text("contractawarduniquekey").orElse(""),
        AwardKey.modification(
            fields.text("modificationnumber").orElse(""),
            fields.text("transactionnumber").orElse("")),
        fields.day("actiondate"),
        fields.money("federalactionobligation"),
        fields.day("periodofperformancestartdate"),
        end(fields),
        fields.money("currenttotalvalueofaward", "totaldollarsobligated"),
        fields.label("actiontype"),
        award(fields));
  }

  /** A vehicle has a last day for orders instead of a last day of performance. */
  private static Optional<String> end(ActionFields fields) {
    return fields.day("periodofperformancecurrentenddate", "orderingperiodenddate");
  }

  private static Action.Award award(ActionFields fields) {
    return new Action.Award(
        fields.text("awardidpiid"),
        fields.text("recipientname", "recipientnameraw"),
        fields.uei("recipientuei"),
        fields.duns("recipientduns"),
        fields.code("naicscode"),
        fields.code("productorservicecode"),
        fields.text(
            "transactiondescription", "awarddescription", "primeawardbasetransactiondescription"));
  }
}
