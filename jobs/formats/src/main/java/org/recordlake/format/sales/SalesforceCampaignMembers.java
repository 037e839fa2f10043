package org.recordlake.format.sales;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * Members of Salesforce campaigns, contacts or leads. Where the export tells no day of contact, it
 * was on or before the day of the response, else of the export. The channel is told nowhere:
 * e-mail, unless the landing folder is told another.
 */
public record SalesforceCampaignMembers() implements HeadedReader {
  private static final Set<String> TOLD =
      Set.of("opened", "clicked", "replied", "called", "ordered", "declined");

  @Override
  public String format() {
    return "salesforce-campaign-members";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean fits =
        header.has("campaignid")
            && header.hasAny("contactid", "leadid")
            && header.hasAny("status", "memberstatus");
    return fits ? Set.of("campaign_contacts") : Set.of();
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
    SalesforceFields member = new SalesforceFields(fields);
    Optional<String> responded = member.day("firstrespondeddate", "respondeddate");
    String contacted =
        member.day("createddate").or(() -> responded).orElse(fields.exportedOn().toString());
    return List.of(
        new Cells()
            .put("campaign_id", member.id("campaignid"))
            .put("recipient_id", member.id("contactid", "leadid"))
            .put("customer_id", member.id("accountid"))
            .put("company_name", member.text("companyoraccount", "company"))
            .put("name", name(member))
            .put("email", member.text("email"))
            .put("channel", "email")
            .put("holdout", "false")
            .put("contacted_on", contacted)
            .put("responded_on", responded)
            .put("response", response(member, responded))
            .put("converted", "false")
            .put("opted_out", Boolean.toString(member.flag("hasoptedoutofemail", "emailoptout")))
            .put("updated_on", member.updatedOn())
            .row(table, fields));
  }

  private static String response(SalesforceFields member, Optional<String> responded) {
    String status = member.text("status", "memberstatus").orElse("").toLowerCase(Locale.ROOT);
    boolean answered = member.flag("hasresponded", "responded") || responded.isPresent();
    return TOLD.contains(status) ? status : answered ? "replied" : "none";
  }

  private static Optional<String> name(SalesforceFields member) {
    return member
        .text("name")
        .or(
            () ->
                Optional.of(
                        (member.text("firstname").orElse("")
                                + " "
                                + member.text("lastname").orElse(""))
                            .strip())
                    .filter(full -> !full.isEmpty()));
  }
}
