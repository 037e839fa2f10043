package org.recordlake.ingest;

import java.util.List;
import org.recordlake.ingest.format.SourceReader;
import org.recordlake.ingest.format.contract.LegacyUsaSpending;
import org.recordlake.ingest.format.contract.UsaSpendingAnswers;
import org.recordlake.ingest.format.contract.UsaSpendingAwards;
import org.recordlake.ingest.format.contract.UsaSpendingSearch;
import org.recordlake.ingest.format.contract.UsaSpendingTransactions;
import org.recordlake.ingest.format.payment.AchFiles;
import org.recordlake.ingest.format.reference.NaicsCodes;
import org.recordlake.ingest.format.reference.ProductServiceCodes;
import org.recordlake.ingest.format.sales.BankMarketing;
import org.recordlake.ingest.format.sales.HubSpotCompanies;
import org.recordlake.ingest.format.sales.HubSpotContacts;
import org.recordlake.ingest.format.sales.MailchimpMembers;
import org.recordlake.ingest.format.sales.OrderLines;
import org.recordlake.ingest.format.sales.SalesforceAccounts;
import org.recordlake.ingest.format.sales.SalesforceCampaignMembers;
import org.recordlake.ingest.format.sales.SalesforceContacts;
import org.recordlake.ingest.format.sales.SalesforceLeads;

/** Readers of what sales, marketing, finance and purchasing systems export. */
final class BusinessReaders {
  private BusinessReaders() {}

  static List<SourceReader> all() {
    return List.of(
        new OrderLines(),
        new UsaSpendingTransactions(),
        new UsaSpendingAwards(),
        new LegacyUsaSpending(),
        new UsaSpendingAnswers(),
        new UsaSpendingSearch(),
        new AchFiles(),
        new MailchimpMembers(MailchimpMembers.Kind.SUBSCRIBED),
        new MailchimpMembers(MailchimpMembers.Kind.UNSUBSCRIBED),
        new MailchimpMembers(MailchimpMembers.Kind.CLEANED),
        new HubSpotContacts(),
        new HubSpotCompanies(),
        new SalesforceCampaignMembers(),
        new SalesforceLeads(),
        new SalesforceContacts(),
        new SalesforceAccounts(),
        new BankMarketing(),
        new NaicsCodes(),
        new ProductServiceCodes());
  }
}
