package org.recordlake.ingest;

import java.util.List;
import org.recordlake.format.SourceReader;
import org.recordlake.format.contract.LegacyUsaSpending;
import org.recordlake.format.contract.UsaSpendingAnswers;
import org.recordlake.format.contract.UsaSpendingAwards;
import org.recordlake.format.contract.UsaSpendingSearch;
import org.recordlake.format.contract.UsaSpendingTransactions;
import org.recordlake.format.payment.AchFiles;
import org.recordlake.format.reference.NaicsCodes;
import org.recordlake.format.reference.ProductServiceCodes;
import org.recordlake.format.sales.BankMarketing;
import org.recordlake.format.sales.HubSpotCompanies;
import org.recordlake.format.sales.HubSpotContacts;
import org.recordlake.format.sales.MailchimpMembers;
import org.recordlake.format.sales.OrderLines;
import org.recordlake.format.sales.SalesforceAccounts;
import org.recordlake.format.sales.SalesforceCampaignMembers;
import org.recordlake.format.sales.SalesforceContacts;
import org.recordlake.format.sales.SalesforceLeads;

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
