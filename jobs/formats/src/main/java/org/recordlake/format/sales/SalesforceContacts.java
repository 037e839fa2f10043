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

/** Contacts of Salesforce, each of one account. */
public record SalesforceContacts() implements HeadedReader {
  @Override
  public String format() {
    return "salesforce-contacts";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean fits =
        header.hasAny("id", "contactid")
            && header.hasAll("lastname", "accountid")
            && !header.has("campaignid");
    return fits ? Set.of("contacts") : Set.of();
  }

  @Override
  public DaysFrom daysFrom(Header header) {
    return header.hasAny("lastmodifieddate", "systemmodstamp", "createddate")
        ? DaysFrom.ROWS
        : DaysFrom.FILE_DAY;
  }

  @Override
  public boolean endsAbove(SourceRecord record) {
    return SalesforceFields.isFooter(record);
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    SalesforceFields contact = new SalesforceFields(fields);
    return List.of(
        new Cells()
            .put("contact_id", contact.id("contactid", "id"))
            .put("customer_id", contact.id("accountid"))
            .put("first_name", contact.text("firstname"))
            .put("last_name", contact.text("lastname"))
            .put("other_name", contact.text("assistantname"))
            .put("address_line1", contact.text("mailingstreet"))
            .put("city", contact.text("mailingcity"))
            .put("state", contact.text("mailingstatecode", "mailingstate", "mailingstateprovince"))
            .put("zip", contact.text("mailingpostalcode", "mailingzippostalcode"))
            .put("country", contact.country("mailingcountrycode", "mailingcountry"))
            .put("email", contact.text("email"))
            .put("phone", contact.text("phone", "mobilephone", "mobile"))
            .put("fax", contact.text("fax"))
            .put("title", contact.text("title"))
            .put("job_description", contact.text("description"))
            .put("updated_on", contact.updatedOn())
            .row(table, fields));
  }
}
