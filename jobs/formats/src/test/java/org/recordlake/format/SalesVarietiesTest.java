package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recordlake.format.business.KnownLayout;
import org.recordlake.testing.ReadRows;

/** Forms in which the same systems export the same things; invented people and firms. */
class SalesVarietiesTest {
  private static final String MAILCHIMP_TAIL =
      "MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,"
          + "TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS";

  @Test
  void anAudienceInItsOwnLanguageHasTheAddressFirst() throws IOException {
    Map<String, String> member =
        ReadRows.of(
                KnownLayout.MAILCHIMP_SUBSCRIBED,
                "\"Adresse e-mail\",Prénom,Nom," + MAILCHIMP_TAIL,
                "jo@example.com,Jo,Inventé,2,,,\"2025-04-18 13:51:14\",,,,,,,,,\"2026-04-18 14:00:32\",77,e77,,\"\"\"VIP\"\",\"\"Blog\"\"\"")
            .rows("publication_subscriptions")
            .get(0);
    assertThat(member)
        .containsEntry("email", "jo@example.com")
        .containsEntry("name", "Jo Inventé")
        .containsEntry("requested_on", "2025-04-18")
        .containsEntry("updated_on", "2026-04-18");
  }

  @Test
  void anAudienceWithOneFieldForTheNameKeepsIt() throws IOException {
    assertThat(
            ReadRows.of(
                    KnownLayout.MAILCHIMP_SUBSCRIBED,
                    "\"Email Address\",Name,\"ZIP code\"," + MAILCHIMP_TAIL,
                    "jo@example.com,\"Jo Invented\",98110,2,,,\"2025-06-25 17:38:27\",,47.66,-122.29,-8,-7,America/Los_Angeles,US,WA,\"2025-06-27 12:11:50\",44,c2,,")
                .rows("publication_subscriptions")
                .get(0))
        .containsEntry("name", "Jo Invented")
        .containsEntry("subscription_id", "MC-44");
  }

  @Test
  void aHubSpotExportWithoutMarksIsKnownByItsRecordNumberAndNames() throws IOException {
    ReadRows read =
        ReadRows.of(
            KnownLayout.HUBSPOT_CONTACTS,
            "Record ID - Contact,First Name,Last Name,Email,Phone,Record ID - Company,Country/Region",
            "1,Jo,Invented,jo@example.com,555-123-4567,900,USA",
            "2,Al,Invented,al@example.com,,,Neverland");
    assertThat(read.rows("contacts").get(0))
        .containsEntry("contact_id", "HS-1")
        .containsEntry("customer_id", "HS-900")
        .containsEntry("country", "US");
    assertThat(read.rows("contacts").get(1)).doesNotContainKey("country");
  }

  @Test
  void companiesOfHubSpotAreTheCustomersItsContactsBelongTo() throws IOException {
    List<Map<String, String>> rows =
        ReadRows.of(
                KnownLayout.HUBSPOT_COMPANIES,
                "Record ID,Company name,Company Domain Name,Company owner,Phone Number,City,State/Region,Postal Code,Country/Region,Create Date",
                "900,Invented Ltd,invented.example,Kim Owner,+44 20 7946 0958,London,,SW1A 1AA,United Kingdom,2024-02-01 09:30",
                "901,,nameless.example,,,,,,,2/3/2024 2:30 PM")
            .rows("customers");
    assertThat(rows.get(0))
        .containsEntry("customer_id", "HS-900")
        .containsEntry("kind", "firm")
        .containsEntry("customer_name", "Invented Ltd")
        .containsEntry("country", "GB")
        .containsEntry("relationship_started_on", "2024-02-01")
        .doesNotContainValue("Kim Owner");
    assertThat(rows.get(1))
        .containsEntry("customer_name", "nameless.example")
        .containsEntry("country", "ZZ")
        .containsEntry("updated_on", "2024-02-03");
  }

  @Test
  void dealsAndContactsOfHubSpotAreNoCompanies() throws IOException {
    assertThat(
            ReadRows.of(
                    KnownLayout.HUBSPOT_COMPANIES,
                    "Record ID,Deal Name,Deal Stage,Company name,Company owner",
                    "7,Sale,won,Invented Ltd,Kim")
                .tables())
        .isEmpty();
    assertThat(
            ReadRows.of(
                    KnownLayout.HUBSPOT_COMPANIES,
                    "Record ID,First Name,Last Name,Email,Company name,Lifecycle Stage",
                    "8,Jo,Invented,jo@example.com,Invented Ltd,lead")
                .tables())
        .isEmpty();
  }

  @Test
  void aSalesforceLeadIsAContactAndBelongsToTheAccountItWasConvertedTo() throws IOException {
    List<Map<String, String>> rows =
        ReadRows.of(
                KnownLayout.SALESFORCE_LEADS,
                "\"Id\",\"IsDeleted\",\"LastName\",\"FirstName\",\"Title\",\"Company\",\"Street\",\"City\",\"Country\",\"Phone\",\"Email\",\"LeadSource\",\"Status\",\"IsConverted\",\"ConvertedAccountId\",\"CreatedDate\",\"LastModifiedDate\"",
                "\"00Q5g000000QrSt\",\"0\",\"Invented\",\"Jo\",\"VP\",\"Invented Ltd\",\"1 Main St\",\"Lyon\",\"France\",\"(785) 241-6200\",\"jo@example.com\",\"Web\",\"Open\",\"0\",\"000000000000000AAA\",\"2026-01-02T03:04:05.000Z\",\"2026-02-03T03:04:05.000Z\"",
                "\"00Q5g000000QrSu\",\"0\",\"Sample\",\"Al\",\"\",\"Sample Inc\",\"\",\"\",\"\",\"\",\"\",\"\",\"Closed\",\"1\",\"0015g00000AbCdE\",\"2026-01-02T03:04:05.000Z\",\"2026-02-03T03:04:05.000Z\"")
            .rows("contacts");
    assertThat(rows.get(0))
        .containsEntry("contact_id", "00Q5g000000QrStEAK")
        .containsEntry("lifecycle_stage", "lead")
        .containsEntry("lead_status", "Open")
        .containsEntry("country", "FR")
        .containsEntry("updated_on", "2026-02-03")
        .doesNotContainKey("customer_id");
    assertThat(rows.get(1))
        .containsEntry("lifecycle_stage", "converted")
        .containsEntry("customer_id", "0015g00000AbCdEAAV");
  }

  @Test
  void leadsInAReportAreLeadsAndContactsAreNone() throws IOException {
    assertThat(
            ReadRows.of(
                    KnownLayout.SALESFORCE_LEADS,
                    "\"Lead ID\",\"First Name\",\"Last Name\",\"Company / Account\",\"Lead Source\",\"Lead Status\",\"Create Date\"",
                    "\"00Q5g000000QrSt\",\"Jo\",\"Invented\",\"Invented Ltd\",\"Web\",\"Open\",\"1/2/2026\"")
                .rows("contacts")
                .get(0))
        .containsEntry("updated_on", "2026-01-02");
    assertThat(
            ReadRows.of(
                    KnownLayout.SALESFORCE_LEADS,
                    "Id,AccountId,LastName,Company,Status,LeadSource",
                    "0035g00000XyZaB,0015g00000AbCdE,Invented,Invented Ltd,x,Web")
                .tables())
        .isEmpty();
  }

  @Test
  void aDunsNumberOfAnAccountGetsItsZerosBack() throws IOException {
    assertThat(
            ReadRows.of(
                    KnownLayout.SALESFORCE_ACCOUNTS,
                    "Id,Name,BillingCity,DunsNumber",
                    "0015g00000AbCdE,Invented Ltd,Lyon,4496600",
                    "0015g00000AbCdF,Sample Inc,Lyon,00-449-6600")
                .rows("customer_identifiers"))
        .allSatisfy(row -> assertThat(row).containsEntry("value", "004496600"));
  }

  @Test
  void aNumberOfZerosIsNoRecordOfSalesforce() throws IOException {
    assertThat(
            ReadRows.of(
                    KnownLayout.SALESFORCE_CAMPAIGN_MEMBERS,
                    "\"Id\",\"CampaignId\",\"LeadId\",\"ContactId\",\"Status\",\"HasResponded\",\"CreatedDate\"",
                    "\"00v5g000000AAAA\",\"7015g000000AbCd\",\"00Q5g000000QrSt\",\"000000000000000AAA\",\"Sent\",\"0\",\"2026-01-02 03:04:05\"")
                .rows("campaign_contacts")
                .get(0))
        .containsEntry("recipient_id", "00Q5g000000QrStEAK");
    assertThat(
            ReadRows.of(
                    KnownLayout.SALESFORCE_CONTACTS,
                    "Id,AccountId,LastName",
                    "0035g00000XyZaB,000000000000000AAA,Invented")
                .rows("contacts")
                .get(0))
        .doesNotContainKey("customer_id");
  }

  @Test
  void aContactDatedByItsWeekdayFellOnTheLastSuchDayBeforeTheExport() throws IOException {
    String header =
        "\"age\";\"job\";\"marital\";\"education\";\"default\";\"housing\";\"loan\";\"contact\";\"month\";\"day_of_week\";"
            + "\"duration\";\"campaign\";\"pdays\";\"previous\";\"poutcome\";\"emp.var.rate\";\"cons.price.idx\";"
            + "\"cons.conf.idx\";\"euribor3m\";\"nr.employed\";\"y\"";
    String row =
        "56;\"housemaid\";\"married\";\"basic.4y\";\"no\";\"no\";\"no\";\"telephone\";\"%s\";\"%s\";261;1;999;0;"
            + "\"nonexistent\";1.1;93.994;-36.4;4.857;5191;\"%s\"";
    List<Map<String, String>> rows =
        ReadRows.of(
                KnownLayout.BANK_MARKETING,
                header,
                row.formatted("may", "mon", "no"),
                row.formatted("nov", "fri", "yes"),
                row.formatted("dec", "thu", "no"),
                row.formatted("may", "17", "no"),
                row.formatted("may", "someday", "no"))
            .rows("campaign_contacts");
    assertThat(rows)
        .extracting(found -> found.get("contacted_on") + " " + found.get("converted"))
        .containsExactly(
            "2026-05-25 false",
            "2026-11-20 true",
            "2025-12-25 false",
            "2026-05-17 false",
            "not a date false");
  }

  @Test
  void linesThatASpreadsheetQuotedAsAWholeAreReadUnderAnyHeader() throws IOException {
    String whole =
        "\"58;\"\"management\"\";\"\"married\"\";\"\"tertiary\"\";\"\"no\"\";2143;\"\"yes\"\";\"\"no\"\";"
            + "\"\"unknown\"\";5;\"\"may\"\";261;1;-1;0;\"\"unknown\"\";\"\"yes\"\"\"";
    String names =
        "age;job;marital;education;default;balance;housing;loan;contact;day;month;duration;campaign;"
            + "pdays;previous;poutcome;y";
    for (String header : List.of(names, '"' + names + '"', names.replace(';', ','))) {
      ReadRows read = ReadRows.of(KnownLayout.BANK_MARKETING, header, whole, "\"a;b\"");
      assertThat(read.rows("campaign_contacts"))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("segment", "management")
                      .containsEntry("contacted_on", "2026-05-05")
                      .containsEntry("converted", "true"));
      assertThat(read.problems("campaign_contacts")).containsExactly("3 TOO_FEW_FIELDS");
    }
  }

  @Test
  void aCampaignWhoseAnswerIsADepositIsTheSame() throws IOException {
    assertThat(
            ReadRows.of(
                    KnownLayout.BANK_MARKETING,
                    "age,job,marital,education,default,balance,housing,loan,contact,day,month,duration,campaign,pdays,previous,poutcome,deposit",
                    "59,admin.,married,secondary,no,2343,yes,no,unknown,5,may,1042,1,-1,0,unknown,yes")
                .rows("campaign_contacts")
                .get(0))
        .containsEntry("converted", "true")
        .containsEntry("contacted_on", "2026-05-05");
  }
}
