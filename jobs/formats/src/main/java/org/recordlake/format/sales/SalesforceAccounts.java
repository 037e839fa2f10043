package org.recordlake.format.sales;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Duns;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;

/** Accounts of Salesforce: customers, and the D-U-N-S Numbers some of them carry. */
public record SalesforceAccounts() implements HeadedReader {
  private static final String IDENTIFIERS = "customer_identifiers";

  @Override
  public String format() {
    return "salesforce-accounts";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean named = header.hasAll("id", "name") || header.hasAll("accountid", "accountname");
    boolean account =
        header.hasAny(
            "billingstreet",
            "billingcity",
            "billingcountry",
            "billingpostalcode",
            "ispersonaccount");
    if (!named || !account || header.hasAny("campaignid", "contactid")) {
      return Set.of();
    }
    return header.has("dunsnumber") ? Set.of("customers", IDENTIFIERS) : Set.of("customers");
  }

  @Override
  public DaysFrom daysFrom(Header header) {
    return header.has("createddate") ? DaysFrom.ROWS : DaysFrom.FILE_DAY;
  }

  @Override
  public boolean endsAbove(SourceRecord record) {
    return SalesforceFields.isFooter(record);
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    SalesforceFields account = new SalesforceFields(fields);
    return table.name().equals(IDENTIFIERS)
        ? duns(account).stream().map(cells -> cells.row(table, fields)).toList()
        : List.of(customer(account).row(table, fields));
  }

  private static Cells customer(SalesforceFields account) {
    Optional<String> name = account.text("name", "accountname");
    boolean person = account.flag("ispersonaccount");
    return new Cells()
        .put("customer_id", account.id("id", "accountid"))
        .put("kind", person ? "individual" : "firm")
        .put("customer_name", name)
        .put("firm_name", person ? Optional.empty() : name)
        .put("address_line1", account.text("billingstreet", "billingaddressline1"))
        .put("city", account.text("billingcity"))
        .put("state", account.text("billingstatecode", "billingstate", "billingstateprovince"))
        .put("zip", account.text("billingpostalcode", "billingzippostalcode"))
        .put("country", account.countryOrUnknown("billingcountrycode", "billingcountry"))
        .put("phone", account.text("phone"))
        .put("email", account.text("personemail", "email"))
        .put("naics", account.text("naicscode"))
        .put(
            "relationship_started_on",
            account.day("createddate").orElse(account.fields().exportedOn().toString()))
        .put("updated_on", account.updatedOn());
  }

  private static Optional<Cells> duns(SalesforceFields account) {
    return account
        .text("dunsnumber")
        .map(
            number ->
                new Cells()
                    .put("customer_id", account.id("id", "accountid"))
                    .put("scheme", "duns")
                    .put("value", Duns.of(number))
                    .put("updated_on", account.updatedOn()));
  }
}
