package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.lake.Lake;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

class IdentityCommandsTest {
  private static final String[] ASKER = {"--operator=A. Person", "--reason=request 7"};

  @TempDir static Path folder;

  @BeforeAll
  static void twoFilesOfOneLady() throws IOException {
    file(
        "crm/customers-1.csv",
        "customer_id,kind,customer_name,firm_name,address_line1,address_line2,city,state,zip,country,phone,email,naics,relationship_started_on,relationship_ended_on,updated_on",
        "C-1,individual,Jane Canary,,12 Canal St,,Boston,MA,02118,US,617-555-0101,jane@x.example.com,,2020-01-01,,2026-01-01",
        "C-2,individual,Otto Canary,,99 Mill St,,Boston,MA,02119,US,,otto@x.example.com,,2020-01-01,,2026-01-01");
    file(
        "events/event_registrations-1.csv",
        "registration_id,event_id,event_date,customer_id,name,email,phone,role,itinerary,badge_name,accommodations,registered_on,attended,updated_on",
        "G-1,E-1,2026-01-01,,Jane Canary,jane@x.example.com,,attendee,,,,2026-01-01,,2026-01-01",
        "G-2,E-1,2026-01-01,,Someone Else,,617-555-0101,attendee,,,,2026-01-01,,2026-01-01",
        "G-3,E-1,2026-01-01,,No Body,nobody@y.example.com,,attendee,,,,2026-01-01,,2026-01-01");
    file(
        "meetings/meetings-1.csv",
        "meeting_id,meeting_date,topic,platform,host_name,host_email,started_at",
        "M-1,2026-01-01,Rates,zoom,Hilda Host,hilda@z.example.com,2026-01-01T10:00:00Z");
    file(
        "finance/payments-1.csv",
        "payment_id,customer_id,method,paid_on,amount,party_name",
        "P-1,,ach,2026-01-02,12.50,HILDA HOST");
    assertThat(cli("ingest", "--landing", "landing").code()).isZero();
    assertThat(cli("identity", "match").code()).isZero();
  }

  @Test
  void theReviewListGivesNumbersAndReasonsNoNames() {
    assertThat(cli("identity", "review").results())
        .contains("review event_registrations G-2 -> C-1: phone (phone name=different")
        .doesNotContain("Canary", "Someone", "555");
  }

  @Test
  void aSubjectIsFoundByWhatTheNoticeRetrievesBy() {
    for (String[] by :
        List.of(
            new String[] {"--customer=C-1"},
            new String[] {"--email=JANE@x.example.com"},
            new String[] {"--name=Canary, Jane"})) {
      String results = find(by[0]).results();
      assertThat(results)
          .as(by[0])
          .contains(
              "customer C-1",
              "customers: 1 row(s), own, from customers",
              "matched event_registrations G-1 -> C-1: email (email mailbox name=exact",
              " bits), from customers")
          .doesNotContain("Canary", "jane", "Canal");
    }
    assertThat(find("--email=jane@x.example.com").results())
        .contains("event_registrations: 1 row(s), by email, from customers");
    assertThat(find("--phone=(617) 555 0101").results())
        .contains("event_registrations: 1 row(s), by phone, from customers");
  }

  @Test
  void hostsAndPayersWhoAreNoCustomersAreFoundByName() {
    assertThat(find("--name=Hilda Host").results())
        .startsWith("no customer")
        .contains("meetings: 1 row(s), by name")
        .contains("payments: 1 row(s), by name, from customers");
    assertThat(find("--email=hilda@z.example.com").results())
        .contains("meetings: 1 row(s), by email");
  }

  @Test
  void whoeverIsNoCustomerIsFoundByAddress() {
    assertThat(find("--email=nobody@y.example.com").results())
        .isEqualTo("no customer\nevent_registrations: 1 row(s), by email, from customers\n");
  }

  @Test
  void everySearchIsAuditedWithoutTheValueInTheOpen() {
    long before = lake().read("audit_log").count();
    find("--email=otto@x.example.com");
    assertThat(lake().read("audit_log").count()).isEqualTo(before + 1);
    assertThat(lake().read("audit_log").orderBy("seq").collectAsList().get((int) before).toString())
        .contains("A. Person", "subject find", "request 7")
        .doesNotContain("otto");
  }

  @Test
  void aSearchWithoutOperatorOrByTwoThingsIsWrongUse() {
    assertThat(cli("subject", "find", "--customer=C-1").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(cli("subject", "find", "--customer=C-1", "--name=x", ASKER[0], ASKER[1]).code())
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(find("--email=no address").code()).isEqualTo(ExitCode.USAGE.code());
  }

  private static Cli.Answer find(String by) {
    return cli("subject", "find", by, ASKER[0], ASKER[1]);
  }

  private static Cli.Answer cli(String... arguments) {
    return new Cli(folder, Jobs.shipped()).onOwnLake(arguments);
  }

  private static Lake lake() {
    return new Lake(
        SharedSpark.session(),
        folder.resolve("lake").toString(),
        CatalogLoader.load(ProjectFolder.conf(), "usps-890-000"));
  }

  private static void file(String path, String... lines) throws IOException {
    Path file = folder.resolve("landing").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
