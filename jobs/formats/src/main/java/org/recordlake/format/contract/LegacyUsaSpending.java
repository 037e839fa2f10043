package org.recordlake.format.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;

/**
 * Contract transactions as USAspending published them until 2017, in the terms of the Federal
 * Procurement Data System: 225 columns, codes with their meaning in one field. A line is one
 * action; the value of the contract is told nowhere but in the sum of its obligations.
 */
public record LegacyUsaSpending() implements HeadedReader {
  /** Contract types of vehicles, which others order under. */
  private static final Set<String> VEHICLES = Set.of("gwac", "idc", "fss", "boa", "bpa");

  @Override
  public String format() {
    return "usaspending-legacy";
  }

  @Override
  public Set<String> tables(Header header) {
    return header.hasAll("uniquetransactionid", "piid", "modnumber", "dollarsobligated")
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
        key(fields),
        AwardKey.modification(
            fields.text("modnumber").orElse(""), fields.text("transactionnumber").orElse("")),
        fields.day("effectivedate", "signeddate"),
        fields.money("dollarsobligated"),
        Optional.empty(),
        fields.day("currentcompletiondate", "lastdatetoorder"),
        Optional.empty(),
        fields.label("reasonformodification"),
        award(fields));
  }

  private static String key(ActionFields fields) {
    String number = fields.text("piid").orElse("");
    String agency = fields.code("agencyid").orElse("");
    String type = fields.label("contractactiontype").orElse("").toLowerCase(Locale.ROOT);
    if (number.isEmpty()) {
      return "";
    }
    return VEHICLES.contains(type)
        ? AwardKey.vehicle(number, agency)
        : AwardKey.award(
            number,
            agency,
            fields.text("idvpiid").orElse(""),
            fields.code("idvagencyid").orElse(""));
  }

  private static Action.Award award(ActionFields fields) {
    return new Action.Award(
        fields.text("piid"),
        fields.text("vendorname"),
        Optional.empty(),
        fields.duns("dunsnumber"),
        fields.code("principalnaicscode"),
        fields.code("productorservicecode"),
        fields.text("descriptionofcontractrequirement"));
  }
}
