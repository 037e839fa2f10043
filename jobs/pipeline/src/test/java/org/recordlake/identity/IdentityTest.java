package org.recordlake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.SharedSpark;

/** One lake in which every row shows one rule. */
class IdentityTest {
  private static final String SF_15 = "001A000001LkwXZ";
  private static final String SF_18 = "001A000001LkwXZIAZ";
  private static final String STREET = "address_line1=330 Ferry Rd";

  @TempDir static Path folder;
  private static Stored lake;
  private static List<String> links;

  @BeforeAll
  static void match() {
    lake = new Stored(folder);
    customers();
    seekers();
    lake.match();
    links = lake.links();
  }

  private static void customers() {
    lake.customer(
            "C-1", "email=jane@one.example.com", "customer_name=Jane Roe", "phone=202-555-0101")
        .customer("C-2", "email=info@two.example.com", "customer_name=Two Inc")
        .customer("C-3", "email=info@two.example.com", "customer_name=Three Inc")
        .customer("C-4", "email=hi@rent.example.com", "customer_name=Four Inc")
        .customer("C-5", "email=hi@rent.example.com", "customer_name=Five Inc")
        .customer("C-6", "email=hi@rent.example.com", "customer_name=Six Inc")
        .customer("C-7", "email=hi@rent.example.com", "customer_name=Seven Inc")
        .customer(
            "C-8",
            "customer_name=Old Mill Instruments",
            "firm_name=Old Mill Instruments LLC",
            STREET,
            "city=New Orleans",
            "state=LA",
            "zip=70145",
            "country=US")
        .customer(
            "C-9",
            "customer_name=Old Mil Instruments, Inc.",
            STREET,
            "city=New Orleans",
            "state=LA",
            "zip=70145-0001",
            "country=US")
        .customer(
            "D-1",
            "customer_name=Copper Kettle Books",
            "address_line1=12 Canal St",
            "city=Boston",
            "state=MA",
            "zip=02118",
            "country=US")
        .customer(SF_18, "customer_name=Salesforce Account")
        .row("customer_identifiers", "first", "customer_id=C-2", "scheme=duns", "value=000337268")
        .row("customer_identifiers", "first", "customer_id=C-3", "scheme=permit", "value=77")
        .row("customer_identifiers", "first", "customer_id=C-1", "scheme=permit", "value=77");
  }

  private static void seekers() {
    poll("r-email", "email= JANE@one.example.com ");
    poll("r-tag", "email=jane+news@one.example.com");
    poll("r-anonymous", "email=jane@one.example.com", "anonymous=true");
    poll("r-two", "email=info@two.example.com");
    poll("r-many", "email=hi@rent.example.com");
    poll("r-own", "email=jane@one.example.com", "customer_id=C-2");
    poll("r-participant", "participant_id=p1");
    poll("r-salesforce", "customer_id=" + SF_15);
    lake.row(
            "meeting_participants",
            "first",
            "meeting_id=M-1",
            "participant_id=p1",
            "customer_id=C-3")
        .row("supplier_contracts", "first", "award_key=A-1", "duns=000337268", "supplier_name=X")
        .row(
            "event_registrations",
            "first",
            "registration_id=G-1",
            "name=Roe, Jane",
            "phone=(202) 555 0101")
        .row(
            "event_registrations",
            "first",
            "registration_id=G-2",
            "name=Ann Other",
            "phone=+1 202 555 0101")
        .row(
            "publication_subscriptions",
            "first",
            "subscription_id=U-1",
            "name=THE COPPER KETTEL BOOKS CO",
            "mail_address=12 Canal Street, Boston, MA 02118")
        .row(
            "campaign_contacts",
            "first",
            "campaign_id=K",
            "recipient_id=1",
            "company_name=Copper Kettle Books")
        .row(
            "campaign_contacts",
            "first",
            "campaign_id=K",
            "recipient_id=2",
            "company_name=Nobody Knows Ltd");
  }

  private static void poll(String respondent, String... pairs) {
    String[] all = new String[pairs.length + 2];
    System.arraycopy(pairs, 0, all, 0, pairs.length);
    all[pairs.length] = "meeting_id=M-1";
    all[pairs.length + 1] = "respondent_key=" + respondent;
    lake.row("poll_responses", "first", all);
  }

  @Test
  void anEmailAddressOfOneCustomerLinksWhateverItsLetters() {
    assertThat(links).contains("poll_responses M-1/r-email -> C-1 matched email");
  }

  @Test
  void aTaggedAddressLinksToTheMailboxBehindIt() {
    assertThat(links).contains("poll_responses M-1/r-tag -> C-1 matched mailbox");
  }

  @Test
  void anAnonymousAnswerIsNeverLinked() {
    assertThat(links).noneMatch(link -> link.contains("r-anonymous"));
  }

  @Test
  void anAddressOfSeveralCustomersLinksToNone() {
    assertThat(links).noneMatch(link -> link.contains("r-two") && link.contains("matched"));
    assertThat(links).filteredOn(link -> link.contains("r-two")).hasSize(2);
    assertThat(links).noneMatch(link -> link.contains("r-many"));
  }

  @Test
  void aRowThatNamesItsCustomerIsLeftAlone() {
    assertThat(links).noneMatch(link -> link.contains("r-own"));
  }

  @Test
  void aParticipantKnownInTheMeetingIsKnownInItsPolls() {
    assertThat(links).contains("poll_responses M-1/r-participant -> C-3 matched participant");
  }

  @Test
  void bothFormsOfASalesforceNumberMeet() {
    assertThat(links)
        .contains("poll_responses M-1/r-salesforce -> " + SF_18 + " matched customer_id");
  }

  @Test
  void aNumberOfAnotherSystemLinks() {
    assertThat(links).contains("supplier_contracts A-1 -> C-2 matched duns");
  }

  @Test
  void aTelephoneLinksOnlyWithAnAgreeingName() {
    assertThat(links)
        .contains(
            "event_registrations G-1 -> C-1 matched phone",
            "event_registrations G-2 -> C-1 review phone");
  }

  @Test
  void aMisspeltNameAtTheSameAddressLinks() {
    assertThat(links).contains("publication_subscriptions U-1 -> D-1 matched similarity");
  }

  @Test
  void aNameAloneIsForAPersonToDecide() {
    assertThat(links)
        .contains("campaign_contacts K/1 -> D-1 review similarity")
        .noneMatch(link -> link.contains("K/2"));
  }

  @Test
  void twoCustomersWhoAreOneAreLinkedAndNotMerged() {
    assertThat(links).contains("customers C-9 -> C-8 matched similarity");
    assertThat(lake.run.table("customers").count()).isEqualTo(11);
  }

  @Test
  void everyLinkSaysWhyWithoutAValue() {
    List<Row> all = lake.run.table("identity_links").collectAsList();
    assertThat(all).isNotEmpty();
    assertThat(all)
        .allSatisfy(
            row ->
                assertThat(row.<String>getAs("evidence"))
                    .matches("[a-z_]+(=[a-z_]+)?( [a-z_]+(=[a-z_]+)?)*")
                    .doesNotContain("jane", "copper", "2025550101", "one.example"));
  }

  @Test
  void matchingAgainChangesNothing() {
    long version = lake.version();
    lake.matchAll();
    assertThat(lake.version()).isEqualTo(version);
    assertThat(SharedSpark.session().catalog().tableExists("customers"))
        .as("no view of records stays in the session")
        .isFalse();
  }
}
