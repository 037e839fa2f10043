package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recordlake.retention.DroppedRows.CALLS;
import static org.recordlake.retention.DroppedRows.CHAT;
import static org.recordlake.retention.DroppedRows.CUSTOMERS;
import static org.recordlake.retention.DroppedRows.MEETINGS;
import static org.recordlake.retention.DroppedRows.OLD_CALL;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.ingest.Ingest;
import org.recordlake.testing.TestRun;

/**
 * Rows past their day that come in the same files as the row through which they lead to a hold. All
 * of them would be refused without it.
 */
class HeldOnArrivalTest {
  private static final String DEVICES =
      "meeting_id,meeting_date,participant_id,device_no,device_type";

  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void anEmptyLake() {
    run = new TestRun(folder);
  }

  @Test
  void whatHangsFromACustomerHeldByAnAddressIsTakenWithTheCustomer() {
    hold("email ann@x.gov");
    run.drop(
            "crm/c.csv",
            CUSTOMERS + ",email",
            "C-000001,firm,Firm,20260,US,2015-01-01,2020-01-01,2020-01-02,ann@x.gov",
            "C-000002,firm,Firm,20260,US,2015-01-01,2020-01-01,2020-01-02,bob@x.gov")
        .drop("crm/k.csv", CALLS, OLD_CALL, "K2,C-000002,2016-05-01,Pat,won")
        .run(new Ingest());
    assertThat(stored("customers")).containsExactly("C-000001");
    assertThat(stored("sales_calls")).containsExactly("K1");
  }

  @Test
  void aContractOfACustomerHeldByNameIsTakenWithTheCustomer() {
    hold("customer_name \"Ann Lee\"");
    run.drop(
            "crm/c.csv",
            CUSTOMERS,
            "C-000001,firm,Ann Lee,20260,US,2015-01-01,2020-01-01,2020-01-02")
        .drop(
            "contracts/c.csv",
            "award_key,award_number,supplier_name,customer_id,start_on,current_end_on,value,"
                + "updated_on",
            "A1,1,Firm,C-000001,2015-01-01,2020-01-01,10.00,2020-01-02")
        .run(new Ingest());
    assertThat(stored("supplier_contracts")).containsExactly("A1");
  }

  @Test
  void whatWasSaidInAMeetingHeldByItsHostIsTakenWithTheMeeting() {
    hold("host_email ann@x.gov");
    run.drop(
            "meetings/m.csv",
            MEETINGS + ",host_email",
            "M1,2020-01-01,Title,zoom,2020-01-01T15:00:00Z,ann@x.gov",
            "M2,2020-01-01,Title,zoom,2020-01-01T15:00:00Z,bob@x.gov")
        .drop("meetings/c.csv", CHAT, "M1,2020-01-01,1,chat,Hello", "M2,2020-01-01,1,chat,Hello")
        .run(new Ingest());
    assertThat(stored("meetings")).containsExactly("M1");
    assertThat(stored("chat_messages")).containsExactly("M1");
  }

  @Test
  void theDeviceOfAHeldParticipantIsTakenWithTheParticipant() {
    hold("customer_id C-000001");
    run.drop(
            "meetings/p.csv",
            "meeting_id,meeting_date,participant_id,spell_no,customer_id",
            "M1,2020-01-01,p1,1,C-000001",
            "M2,2020-01-01,p1,1,C-000002")
        .drop("meetings/d.csv", DEVICES, "M1,2020-01-01,p1,1,phone", "M2,2020-01-01,p1,1,phone")
        .run(new Ingest());
    assertThat(stored("meeting_participants")).containsExactly("M1");
    assertThat(stored("device_usage")).containsExactly("M1");
  }

  private void hold(String scope) {
    run.run(
        new PlaceHold(
            new HoldOrder(
                Optional.empty(),
                "Matter",
                "where",
                scope,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "Office")));
  }

  private List<String> stored(String table) {
    return DroppedRows.stored(run, table);
  }
}
