package org.recordlake.generate;

/** Files of paper whose date another table tells, one that nobody can date, and a faulty one. */
final class PaperPlants {
  private PaperPlants() {}

  static void plant(SampleFolder folder) {
    Row file =
        folder.clean(Table.PAPER_RECORDS, 0).with("method", "shredding").with("box", "Box 7");
    folder.plant(
        file.with("paper_key", "PF-000961")
            .with("record_category", "ach")
            .with("description", "Authorization of a transfer")
            .with("dated_on", "2024-11-22"),
        Outcome.STORED,
        "ACH authorization exactly 2 years old",
        "R2a: due tomorrow, and then listed for destruction");
    Row contract =
        folder.clean(Table.SUPPLIER_CONTRACTS, 0, any -> any.value("current_end_on") != null);
    folder.plant(
        file.with("paper_key", "PF-000962")
            .with("record_category", "contract")
            .with("description", "Signed copy of the contract")
            .with("customer_id", null)
            .with("award_key", contract.value("award_key"))
            .with("dated_on", contract.value("start_on")),
        Outcome.STORED,
        "paper of a supplier's contract",
        "R3: goes 3 years after the contract ends, whatever its own day");
    Row meeting = folder.clean(Table.MEETINGS, 3);
    folder.plant(
        file.with("paper_key", "PF-000963")
            .with("record_category", "meeting")
            .with("description", "List of those in the room")
            .with("customer_id", null)
            .with("meeting_id", meeting.value("meeting_id"))
            .with("dated_on", meeting.value("meeting_date")),
        Outcome.STORED,
        "paper of a meeting",
        "R4: goes 24 months after the meeting");
    folder.plant(
        file.with("paper_key", "PF-000964")
            .with("record_category", "customer")
            .with("customer_id", "C-000999")
            .with("dated_on", "2019-03-04"),
        Outcome.STORED,
        "paper of a customer nobody knows",
        "R3 without a known customer: it waits");
    folder.fault(
        file.with("paper_key", "PF-000965").with("method", "landfill"),
        "to be destroyed by landfill",
        "method must be burning, pulping or shredding");
  }
}
