package org.recordlake.generate;

/**
 * Rows on the last day they may be kept, and on the day before, for every rule whose clock starts
 * in the row itself.
 */
final class BoundaryPlants {
  private static final String TODAY = "2026-11-22";
  private static final String YESTERDAY = "2026-11-21";
  private final SampleFolder folder;

  private BoundaryPlants(SampleFolder folder) {
    this.folder = folder;
  }

  static void plant(SampleFolder folder) {
    BoundaryPlants plants = new BoundaryPlants(folder);
    plants.ceased();
    plants.ach();
    plants.campaigns();
    plants.events();
    plants.contracts();
  }

  private void ceased() {
    String rule = "R1: goes as soon as the customer ceases to participate";
    Row list =
        folder.clean(
            Table.PUBLICATION_SUBSCRIPTIONS,
            1,
            row -> row.value("requested_on").toString().compareTo("2026") < 0);
    kept(
        list.with("subscription_id", "U-0009611")
            .with("ceased_on", TODAY)
            .with("updated_on", TODAY),
        "left the list today",
        rule);
    gone(
        list.with("subscription_id", "U-0009612")
            .with("ceased_on", YESTERDAY)
            .with("updated_on", YESTERDAY),
        "left the list yesterday",
        rule);
    Row member =
        folder.clean(
            Table.ORGANIZATION_MEMBERSHIPS,
            1,
            row -> row.value("joined_on").toString().compareTo("2026") < 0);
    kept(
        member.with("membership_id", "B-000961").with("ceased_on", TODAY).with("updated_on", TODAY),
        "membership ends today",
        rule);
    gone(
        member
            .with("membership_id", "B-000962")
            .with("ceased_on", YESTERDAY)
            .with("updated_on", YESTERDAY),
        "membership ended yesterday",
        rule);
  }

  private void ach() {
    String rule = "R2a: ACH payments go 2 years after the transaction";
    Row ach = folder.clean(Table.PAYMENTS, 2, row -> "ach".equals(row.value("method")));
    kept(
        ach.with("payment_id", "P-0009610001").with("paid_on", "2024-11-22"),
        "ACH payment exactly 2 years old",
        rule);
    gone(
        ach.with("payment_id", "P-0009610002").with("paid_on", "2024-11-21"),
        "ACH payment 2 years and a day old",
        rule);
  }

  private void campaigns() {
    String rule = "R2b: direct marketing goes 5 years after the record date";
    Row campaign = folder.clean(Table.CAMPAIGNS, 0).with("starts_on", "2021-10-25");
    Row reached =
        folder.clean(Table.CAMPAIGN_CONTACTS, 3, row -> row.value("responded_on") == null);
    kept(
        campaign
            .with("campaign_id", "M-0961")
            .with("name", "First-Class letters, autumn 2021")
            .with("ends_on", "2021-11-22"),
        "campaign ended exactly 5 years ago",
        rule);
    gone(
        campaign
            .with("campaign_id", "M-0962")
            .with("name", "Ground parcels, autumn 2021")
            .with("ends_on", "2021-11-21"),
        "campaign ended 5 years and a day ago",
        rule);
    Row old = reached.with("updated_on", "2021-12-20");
    kept(
        old.with("campaign_id", "M-0961").with("contacted_on", "2021-11-22"),
        "contacted exactly 5 years ago",
        rule);
    gone(
        old.with("campaign_id", "M-0961")
            .with("recipient_id", "R-000961")
            .with("contacted_on", "2021-11-21"),
        "contacted 5 years and a day ago",
        rule);
  }

  private void events() {
    String rule = "R3: an event goes 3 years after its last day";
    Row event = folder.clean(Table.EVENTS, 1).with("starts_on", "2023-11-20");
    kept(
        event.with("event_id", "E-000961").with("ends_on", "2023-11-22"),
        "event ended exactly 3 years ago",
        rule);
    gone(
        event.with("event_id", "E-000962").with("ends_on", "2023-11-21"),
        "event ended 3 years and a day ago",
        rule);
  }

  private void contracts() {
    String rule = "R3: a supplier's contract and the actions on it go 3 years after its end";
    Row contract =
        folder
            .clean(Table.SUPPLIER_CONTRACTS, 1)
            .with("start_on", "2020-02-03")
            .with("updated_on", "2023-01-09");
    Row action =
        folder
            .clean(Table.SUPPLIER_CONTRACT_ACTIONS, 1)
            .with("modification_number", "0")
            .with("action_on", "2020-02-03");
    Row kept =
        contract
            .with("award_key", "AW-000961")
            .with("award_number", "2B20-00961")
            .with("current_end_on", "2023-11-22");
    Row gone =
        contract
            .with("award_key", "AW-000962")
            .with("award_number", "2B20-00962")
            .with("current_end_on", "2023-11-21");
    Row open =
        contract
            .with("award_key", "AW-000963")
            .with("award_number", "2B12-00963")
            .with("start_on", "2012-05-01");
    kept(kept, "contract ended exactly 3 years ago", rule);
    gone(gone, "contract ended 3 years and a day ago", rule);
    kept(
        open.with("current_end_on", null),
        "open-ended contract of 2012",
        "without an end there is no due day");
    kept(
        action.with("award_key", "AW-000961").with("end_on", "2023-11-22"),
        "award of a contract that is kept",
        rule);
    gone(
        action.with("award_key", "AW-000962").with("end_on", "2023-11-21"),
        "award of a contract that is not stored",
        rule);
    kept(
        action.with("award_key", "AW-000963").with("end_on", null),
        "award of the open-ended contract",
        "not due");
    String waiting = "R3 without a known award: nobody can say when it ends, so it waits";
    kept(
        action.with("award_key", "AW-000998").with("action_on", "2023-11-22"),
        "action on an unknown award, 3 years old",
        waiting);
    kept(
        action.with("award_key", "AW-000999").with("action_on", "2023-11-21"),
        "action on an unknown award, 3 years and a day old",
        waiting);
  }

  private void kept(Row row, String what, String why) {
    folder.plant(row, Outcome.STORED, what, why);
  }

  private void gone(Row row, String what, String why) {
    folder.plant(row, Outcome.EXPIRED, what, why);
  }
}
