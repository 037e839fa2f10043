package org.recordlake.format.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;

/**
 * Contacts of HubSpot. A contact of several companies becomes a contact of each: the first under
 * its own number, the others under theirs too.
 */
public record HubSpotContacts() implements HeadedReader {
  /** Stands before HubSpot's numbers, of contacts and companies alike. */
  static final String PREFIX = "HS-";

  @Override
  public String format() {
    return "hubspot-contacts";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean marked =
        header.hasAny(
            "lifecyclestage",
            "leadstatus",
            "contactowner",
            "associatedcompany",
            "associatedcompanyids",
            "associatedcompanyidsprimary",
            "marketingcontactstatus");
    boolean own = header.hasAny("recordid", "recordidcontact");
    boolean named = header.hasAll("firstname", "lastname");
    boolean fits =
        header.has("email") && ((own && (marked || named)) || (header.has("contactid") && marked));
    return fits ? Set.of("contacts") : Set.of();
  }

  @Override
  public DaysFrom daysFrom(Header header) {
    return header.hasAny("lastmodifieddate", "lastmodified", "createdate")
        ? DaysFrom.ROWS
        : DaysFrom.FILE_DAY;
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    List<RawRow> rows = new ArrayList<>();
    List<String> companies = companies(fields);
    rows.add(row(fields, table, id(fields), companies.stream().findFirst()));
    companies.stream()
        .skip(1)
        .forEach(
            company ->
                rows.add(row(fields, table, id(fields) + ":" + company, Optional.of(company))));
    return rows;
  }

  private static RawRow row(Fields fields, TableShape table, String id, Optional<String> company) {
    return new Cells()
        .put("contact_id", id.isEmpty() ? "" : PREFIX + id)
        .put("customer_id", company.map(number -> PREFIX + number))
        .put("first_name", fields.text("firstname"))
        .put("last_name", fields.text("lastname"))
        .put("email", fields.text("email"))
        .put("phone", fields.text("phonenumber", "phone", "mobilephonenumber"))
        .put("title", fields.text("jobtitle"))
        .put("address_line1", fields.text("streetaddress"))
        .put("city", fields.text("city"))
        .put("state", fields.text("stateregion", "state"))
        .put("zip", fields.text("postalcode", "zip", "zipcode"))
        .put("country", fields.text("countryregion", "country").flatMap(Countries::code))
        .put("lifecycle_stage", fields.text("lifecyclestage"))
        .put("lead_status", fields.text("leadstatus"))
        .put("updated_on", updatedOn(fields))
        .row(table, fields);
  }

  private static String id(Fields fields) {
    return fields.text("recordid", "recordidcontact", "contactid").orElse("");
  }

  private static List<String> companies(Fields fields) {
    return fields
        .text(
            "associatedcompanyids",
            "associatedcompanyidsprimary",
            "associatedcompanyid",
            "primaryassociatedcompanyid",
            "recordidcompany")
        .map(text -> List.of(text.split(";", -1)))
        .orElse(List.of())
        .stream()
        .map(String::strip)
        .filter(company -> !company.isEmpty())
        .distinct()
        .toList();
  }

  private static String updatedOn(Fields fields) {
    return fields
        .day("lastmodifieddate", "lastmodified", "createdate")
        .orElse(fields.exportedOn().toString());
  }
}
