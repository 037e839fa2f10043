package org.recordlake.format.sales;

import java.util.List;
import java.util.Set;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;

/**
 * Leads of Salesforce: people of whom it is not known yet whether they become customers. One that
 * was converted belongs to the account it was converted to.
 */
public record SalesforceLeads() implements HeadedReader {
  @Override
  public String format() {
    return "salesforce-leads";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean fits =
        header.hasAny("id", "leadid")
            && header.has("lastname")
            && header.hasAny("company", "companyaccount")
            && header.hasAny("status", "leadstatus")
            && header.hasAny("leadid", "leadsource", "isconverted", "converted", "leadowner")
            && !header.hasAny("campaignid", "accountid", "contactid");
    return fits ? Set.of("contacts") : Set.of();
  }

  @Override
  public DaysFrom daysFrom(Header header) {
    return header.hasAny("lastmodifieddate", "systemmodstamp", "createddate", "createdate")
        ? DaysFrom.ROWS
        : DaysFrom.FILE_DAY;
  }

  @Override
  public boolean endsAbove(SourceRecord record) {
    return SalesforceFields.isFooter(record);
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    SalesforceFields lead = new SalesforceFields(fields);
    boolean converted = lead.flag("isconverted", "converted");
    return List.of(
        new Cells()
            .put("contact_id", lead.id("leadid", "id"))
            .put("customer_id", lead.id("convertedaccountid"))
            .put("first_name", lead.text("firstname"))
            .put("last_name", lead.text("lastname"))
            .put("address_line1", lead.text("street"))
            .put("city", lead.text("city"))
            .put("state", lead.text("statecode", "state", "stateprovince"))
            .put("zip", lead.text("postalcode", "zippostalcode"))
            .put("country", lead.country("countrycode", "country"))
            .put("email", lead.text("email"))
            .put("phone", lead.text("phone", "mobilephone", "mobile"))
            .put("fax", lead.text("fax"))
            .put("title", lead.text("title"))
            .put("lifecycle_stage", converted ? "converted" : "lead")
            .put("lead_status", lead.text("status", "leadstatus"))
            .put("updated_on", lead.updatedOn())
            .row(table, fields));
  }
}
