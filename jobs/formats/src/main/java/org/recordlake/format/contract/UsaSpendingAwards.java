package org.recordlake.format.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;

/**
 * Contracts as USAspending sums them up itself, a line for each award. What it states of value and
 * last day counts until actions tell more.
 */
public record UsaSpendingAwards() implements HeadedReader {
  @Override
  public String format() {
    return "usaspending-awards";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean fits =
        header.hasAll("contractawarduniquekey", "awardidpiid")
            && header.hasAny("totalobligatedamount", "awardlatestactiondate")
            && !header.has("federalactionobligation");
    return fits ? Set.of(Action.CONTRACTS) : Set.of();
  }

  @Override
  public boolean oneRowALine() {
    return true;
  }

  @Override
  public List<RawRow> rows(Fields given, TableShape table) {
    ActionFields fields = new ActionFields(given);
    Optional<String> begun =
        fields.day("periodofperformancestartdate", "awardbaseactiondate", "baseactiondate");
    Optional<String> latest =
        fields
            .day("awardlatestactiondate", "lastmodifieddate", "awardbaseactiondate")
            .or(() -> begun);
    return List.of(
        new Cells()
            .put("award_key", fields.text("contractawarduniquekey"))
            .put("award_number", fields.text("awardidpiid"))
            .put("supplier_name", fields.text("recipientname", "recipientnameraw"))
            .put("uei", fields.uei("recipientuei"))
            .put("duns", fields.duns("recipientduns"))
            .put("naics", fields.code("naicscode"))
            .put("start_on", begun)
            .put(
                "current_end_on",
                fields.day("periodofperformancecurrentenddate", "orderingperiodenddate"))
            .put(
                "value",
                fields.money(
                    "currenttotalvalueofaward", "totalobligatedamount", "totaldollarsobligated"))
            .put("basis", "stated")
            .put("product_service_code", fields.code("productorservicecode"))
            .put(
                "description",
                fields.text("primeawardbasetransactiondescription", "awarddescription"))
            .put("updated_on", latest)
            .row(table, given));
  }
}
