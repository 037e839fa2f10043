package org.recordlake.format.sales;

import java.util.List;
import org.recordlake.catalog.Catalog;
import org.recordlake.format.ReaderProvider;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceReader;

/** Readers of what sales and marketing systems export. */
public final class SalesReaders implements ReaderProvider {
  @Override
  public int rank() {
    return 230;
  }

  @Override
  public List<SourceReader> readers(ReaderSettings settings, Catalog catalog) {
    return List.of(
        new MailchimpMembers(MailchimpMembers.Kind.SUBSCRIBED),
        new MailchimpMembers(MailchimpMembers.Kind.UNSUBSCRIBED),
        new MailchimpMembers(MailchimpMembers.Kind.CLEANED),
        new HubSpotContacts(),
        new HubSpotCompanies(),
        new SalesforceCampaignMembers(),
        new SalesforceLeads(),
        new SalesforceContacts(),
        new SalesforceAccounts(),
        new BankMarketing());
  }
}
