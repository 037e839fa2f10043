package org.recordlake.format.sales;

import java.util.List;
import java.util.Set;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;

/** Companies of HubSpot, the customers its contacts belong to. */
public record HubSpotCompanies() implements HeadedReader {
  @Override
  public String format() {
    return "hubspot-companies";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean own = header.hasAny("recordid", "recordidcompany") && header.has("companyname");
    boolean marked =
        header.hasAny(
            "companyowner",
            "companydomainname",
            "websiteurl",
            "domain",
            "industry",
            "lifecyclestage",
            "associatedcontactids",
            "associatedcontact");
    boolean other = header.hasAny("email", "lastname", "dealname", "ticketname", "recordidcontact");
    return own && marked && !other ? Set.of("customers") : Set.of();
  }

  @Override
  public DaysFrom daysFrom(Header header) {
    return header.has("createdate") ? DaysFrom.ROWS : DaysFrom.FILE_DAY;
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    String made = fields.exportedOn().toString();
    String id = fields.text("recordid", "recordidcompany").orElse("");
    return List.of(
        new Cells()
            .put("customer_id", id.isEmpty() ? "" : HubSpotContacts.PREFIX + id)
            .put("kind", "firm")
            .put("customer_name", fields.text("companyname", "companydomainname", "domain"))
            .put("firm_name", fields.text("companyname"))
            .put("address_line1", fields.text("streetaddress"))
            .put("address_line2", fields.text("streetaddress2"))
            .put("city", fields.text("city"))
            .put("state", fields.text("stateregion", "state"))
            .put("zip", fields.text("postalcode", "zip", "zipcode"))
            .put("country", country(fields))
            .put("phone", fields.text("phonenumber", "phone"))
            .put("relationship_started_on", fields.day("createdate").orElse(made))
            .put(
                "updated_on",
                fields.day("lastmodifieddate", "lastmodified", "createdate").orElse(made))
            .row(table, fields));
  }

  private static String country(Fields fields) {
    return fields
        .text("countryregion", "country")
        .flatMap(Countries::code)
        .orElse(Countries.UNKNOWN);
  }
}
