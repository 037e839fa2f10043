package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recordlake.format.business.KnownLayout;
import org.recordlake.testing.ReadRows;

/** Exports of mailing, customer relationship and campaign systems; invented people. */
class SalesExportsTest {
  private static final List<KnownLayout> MAILCHIMP =
      List.of(
          KnownLayout.MAILCHIMP_SUBSCRIBED,
          KnownLayout.MAILCHIMP_UNSUBSCRIBED,
          KnownLayout.MAILCHIMP_CLEANED);

  private static ReadRows mailchimp(KnownLayout kind, String file) {
    return ReadRows.of(kind, ReadRows.fixture("business/" + file));
  }

  @Test
  void theThreeMailchimpFilesAreToldApartByTheirColumns() throws IOException {
    for (KnownLayout kind : MAILCHIMP) {
      for (KnownLayout other : MAILCHIMP) {
        String file = other.format() + ".csv";
        assertThat(mailchimp(kind, file).tables()).hasSize(kind == other ? 1 : 0);
      }
    }
  }

  @Test
  void aMemberKeepsItsNumberWhenItUnsubscribesAndCeasesThatDay() throws IOException {
    Map<String, String> before =
        mailchimp(KnownLayout.MAILCHIMP_SUBSCRIBED, "mailchimp-subscribed.csv")
            .rows("publication_subscriptions")
            .get(0);
    Map<String, String> after =
        mailchimp(KnownLayout.MAILCHIMP_UNSUBSCRIBED, "mailchimp-unsubscribed.csv")
            .rows("publication_subscriptions")
            .get(0);
    assertThat(before)
        .containsEntry("subscription_id", "MC-5001")
        .containsEntry("name", "Pat Invented")
        .containsEntry("requested_on", "2024-03-05")
        .containsEntry("updated_on", "2026-10-01")
        .doesNotContainKey("ceased_on");
    assertThat(after)
        .containsEntry("subscription_id", "MC-5001")
        .containsEntry("ceased_on", "2026-11-20")
        .containsEntry("ceased_reason", "OTHER: moved, sorry");
  }

  @Test
  void aCleanedMemberCeasesAndOneNeverAskedIsKnownSinceItsFirstDay() throws IOException {
    assertThat(
            mailchimp(KnownLayout.MAILCHIMP_CLEANED, "mailchimp-cleaned.csv")
                .rows("publication_subscriptions")
                .get(0))
        .containsEntry("ceased_on", "2026-11-19")
        .containsEntry("ceased_reason", "undeliverable");
    assertThat(
            mailchimp(KnownLayout.MAILCHIMP_SUBSCRIBED, "mailchimp-subscribed.csv")
                .rows("publication_subscriptions")
                .get(1))
        .containsEntry("requested_on", "2025-01-15");
  }

  @Test
  void aHubSpotContactOfThreeCompaniesIsAContactOfEach() throws IOException {
    List<Map<String, String>> rows =
        ReadRows.of(KnownLayout.HUBSPOT_CONTACTS, ReadRows.fixture("business/hubspot-contacts.csv"))
            .rows("contacts");
    assertThat(rows)
        .extracting(row -> row.get("contact_id") + " " + row.get("customer_id"))
        .containsExactly("HS-51 HS-900", "HS-51:901 HS-901", "HS-51:902 HS-902", "HS-52 null");
    assertThat(rows.get(0))
        .containsEntry("lifecycle_stage", "customer")
        .containsEntry("updated_on", "2026-05-01")
        .doesNotContainValue("Kim Owner");
  }

  @Test
  void shortAndLongSalesforceNumbersOfOneAccountMeet() throws IOException {
    ReadRows accounts =
        ReadRows.of(
            KnownLayout.SALESFORCE_ACCOUNTS, ReadRows.fixture("business/salesforce-accounts.csv"));
    Map<String, String> account = accounts.rows("customers").get(0);
    Map<String, String> contact =
        ReadRows.of(
                KnownLayout.SALESFORCE_CONTACTS,
                ReadRows.fixture("business/salesforce-contacts.csv"))
            .rows("contacts")
            .get(0);
    assertThat(account)
        .containsEntry("customer_id", "0015g00000AbCdEAAV")
        .containsEntry("address_line1", "1 Main Street\nSuite 4")
        .containsEntry("country", "US")
        .containsEntry("relationship_started_on", "2020-02-03")
        .containsEntry("updated_on", "2026-10-05");
    assertThat(contact).containsEntry("customer_id", account.get("customer_id"));
    assertThat(accounts.rows("customers").get(1)).containsEntry("country", "ZZ");
    assertThat(accounts.rows("customer_identifiers"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("value", "004496600"));
  }

  @Test
  void aLongSalesforceNumberWhoseCaseGotLostIsMended() throws IOException {
    assertThat(
            ReadRows.of(
                    KnownLayout.SALESFORCE_CONTACTS,
                    "Id,AccountId,LastName",
                    "0035G00000XYZABAAV,0015g00000abcdeaav,Doe")
                .rows("contacts")
                .get(0))
        .containsEntry("contact_id", "0035g00000XyZaBAAV")
        .containsEntry("customer_id", "0015g00000AbCdEAAV");
  }

  @Test
  void campaignMembersWithoutADayAreDatedByTheirExport() throws IOException {
    List<Map<String, String>> rows =
        ReadRows.of(
                KnownLayout.SALESFORCE_CAMPAIGN_MEMBERS,
                ReadRows.fixture("business/salesforce-campaign-members.csv"))
            .rows("campaign_contacts");
    assertThat(rows.get(0))
        .containsEntry("campaign_id", "7015g000000AbCdAAK")
        .containsEntry("recipient_id", "0035g00000XyZaBAAV")
        .containsEntry("contacted_on", "2026-10-20")
        .containsEntry("responded_on", "2026-10-20")
        .containsEntry("response", "replied");
    assertThat(rows.get(1))
        .containsEntry("recipient_id", "00Q5g000000QrStEAK")
        .containsEntry("contacted_on", "2026-11-20")
        .containsEntry("response", "none");
  }

  @Test
  void aDayWithoutAYearIsTheLastSuchDayBeforeTheExport() throws IOException {
    assertThat(
            ReadRows.of(KnownLayout.BANK_MARKETING, ReadRows.fixture("business/bank-marketing.csv"))
                .rows("campaign_contacts"))
        .extracting(row -> row.get("contacted_on") + " " + row.get("response"))
        .containsExactly(
            "2026-05-05 none", "2024-02-29 ordered", "2025-11-30 none", "not a date none");
  }

  @Test
  void theRealBankContactsAre45211With5289Accepted() throws IOException {
    var file = ReadRows.real("marketing/bank-full.csv");
    assumeTrue(file.isPresent(), "no real data beside the project");
    List<Map<String, String>> rows =
        ReadRows.of(KnownLayout.BANK_MARKETING, Files.readAllBytes(file.orElseThrow()))
            .rows("campaign_contacts");
    assertThat(rows).hasSize(45_211);
    assertThat(rows).filteredOn(row -> row.get("converted").equals("true")).hasSize(5_289);
    assertThat(rows.stream().map(row -> row.get("recipient_id")).distinct()).hasSize(45_211);
    assertThat(rows).noneMatch(row -> row.get("contacted_on").equals("not a date"));
  }

  @Test
  void aSecretColumnIsLeftOutOfTheQuarantineEvenOfARaggedLine() throws IOException {
    ReadRows read =
        ReadRows.of(
            KnownLayout.HUBSPOT_CONTACTS,
            "Record ID,First Name,Last Name,Email,Lifecycle Stage,CVV",
            "101,Ada,Byrd,ada@example.com,lead,123",
            "102,Bo,Chen,bo@example.com,x,lead,456",
            "103,Cy,789");
    assertThat(read.problems("contacts")).containsExactly("3 TOO_MANY_FIELDS", "4 TOO_FEW_FIELDS");
    assertThat(read.raw("contacts"))
        .allSatisfy(
            row ->
                assertThat(row.raw())
                    .doesNotContain("123")
                    .doesNotContain("456")
                    .doesNotContain("789"));
  }

  @Test
  void whatSalesforceWritesBelowAReportIsOutsideAndALineCutShortIsNot() throws IOException {
    ReadRows read =
        ReadRows.of(
            KnownLayout.SALESFORCE_CONTACTS,
            "\"Contact ID\",\"Last Name\",\"Account ID\"",
            "\"003A0000000ABcd\",\"Byrd\",\"001A0000000ABcd\"",
            "\"003A0000000ABce\"",
            "",
            "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"",
            "\"Confidential Information - Do Not Distribute\"",
            "\"Generated By:  Somebody  1/31/2026 3:04 PM\"",
            "\"Some Company\"");
    assertThat(read.rows("contacts")).hasSize(1);
    assertThat(read.problems("contacts"))
        .containsExactly("3 TOO_FEW_FIELDS", "5 OUTSIDE", "6 OUTSIDE", "7 OUTSIDE", "8 OUTSIDE");
  }
}
