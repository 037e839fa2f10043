package org.recordlake.format.business;

import java.util.List;
import org.recordlake.catalog.Catalog;
import org.recordlake.format.ReaderProvider;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceReader;
import org.recordlake.format.payment.AchFiles;

/** Readers of what shops, banks, purchasing and sales systems export, and of published codes. */
public final class BusinessReaders implements ReaderProvider {
  @Override
  public int rank() {
    return 200;
  }

  @Override
  public List<SourceReader> readers(ReaderSettings settings, Catalog catalog) {
    return List.of(
        new OrderLines(),
        KnownLayout.USASPENDING_TRANSACTIONS,
        KnownLayout.USASPENDING_AWARDS,
        KnownLayout.USASPENDING_LEGACY,
        UsaSpendingPages.USASPENDING_JSON,
        UsaSpendingPages.USASPENDING_SEARCH,
        new AchFiles(),
        KnownLayout.MAILCHIMP_SUBSCRIBED,
        KnownLayout.MAILCHIMP_UNSUBSCRIBED,
        KnownLayout.MAILCHIMP_CLEANED,
        KnownLayout.HUBSPOT_CONTACTS,
        KnownLayout.HUBSPOT_COMPANIES,
        KnownLayout.SALESFORCE_CAMPAIGN_MEMBERS,
        KnownLayout.SALESFORCE_LEADS,
        KnownLayout.SALESFORCE_CONTACTS,
        KnownLayout.SALESFORCE_ACCOUNTS,
        KnownLayout.BANK_MARKETING,
        new NaicsCodes(),
        KnownLayout.PSC);
  }
}
