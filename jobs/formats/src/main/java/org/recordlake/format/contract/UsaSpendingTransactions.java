package org.recordlake.format.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;

/**
 * Contract transactions as USAspending has published them since 2017, about 295 columns of which
 * some twenty are read; whoever downloads may have left columns out. A line is one action. Of files
 * that tell what changed since, a line that takes an action back names nothing but its key and
 * stands outside the catalogue.
 */
public record UsaSpendingTransactions() implements HeadedReader {
  @Override
  public String format() {
    return "usaspending-transactions";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean fits =
        header.hasAll("federalactionobligation", "actiondate")
            && header.hasAny(
                "contractawarduniquekey", "contracttransactionuniquekey", "awardidpiid");
    return fits ? Set.of(Action.ACTIONS, Action.CONTRACTS) : Set.of();
  }

  @Override
  public boolean oneRowALine() {
    return true;
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    if (fields.plain("correctiondeleteind").equalsIgnoreCase("D")) {
      return table.name().equals(Action.ACTIONS)
          ? List.of(table.outside(fields.line()))
          : List.of();
    }
    return List.of(action(new ActionFields(fields)).cells(table).row(table, fields));
  }

  private static Action action(ActionFields fields) {
    return new Action(
        fields.text("contractawarduniquekey").orElseGet(() -> key(fields)),
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

  /** The award's key from that of the action; where neither is told, from their parts. */
  private static String key(ActionFields fields) {
    boolean vehicle =
        fields.text("awardoridvflag").map("IDV"::equalsIgnoreCase).orElse(false)
            || fields.text("idvtypecode").isPresent();
    Optional<AwardKey.Action> told =
        fields.text("contracttransactionuniquekey").flatMap(AwardKey::ofAction);
    if (told.isPresent()) {
      return vehicle ? told.get().vehicle() : told.get().award();
    }
    String number = fields.text("awardidpiid").orElse("");
    String agency = fields.text("awardingsubagencycode", "awardingagencycode").orElse("");
    if (number.isEmpty()) {
      return "";
    }
    return vehicle
        ? AwardKey.vehicle(number, agency)
        : AwardKey.award(
            number,
            agency,
            fields.text("parentawardidpiid", "parentawardid").orElse(""),
            fields.text("parentawardagencyid").orElse(""));
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
