package org.recordlake.retention;

import java.util.List;
import java.util.Locale;

/**
 * A table that histories write to, in an order in which every row comes after those it hangs from
 * or belongs to.
 */
enum HistoryTable {
  CUSTOMERS(
      "crm",
      "customer_id,customer_name,email,relationship_started_on,relationship_ended_on,updated_on",
      new Rest("kind,zip,country", "firm,20260,US", "firm,none,US")),
  MEETINGS(
      "meetings",
      "meeting_id,meeting_date,topic,host_email",
      new Rest("platform,started_at", "zoom,2020-01-01T15:00:00Z", "pigeon,2020-01-01T15:00:00Z")),
  SUPPLIER_CONTRACTS(
      "contracts",
      "award_key,customer_id,current_end_on,updated_on,supplier_name",
      new Rest("award_number,start_on,value", "7,2010-01-01,10.00", "7,2010-01-01,much")),
  MEETING_PARTICIPANTS(
      "meetings",
      "meeting_id,participant_id,customer_id,meeting_date,name",
      new Rest("spell_no,role", "1,attendee", "1,ghost")),
  PAYMENTS(
      "finance",
      "payment_id,customer_id,method,paid_on,card_type",
      new Rest("amount", "10.00", "much")),
  CHAT_MESSAGES(
      "meetings",
      "meeting_id,message_id,participant_id,meeting_date,message",
      new Rest("kind", "chat", "sung")),
  SUPPLIER_CONTRACT_ACTIONS(
      "contracts",
      "award_key,modification_number,action_on,reason",
      new Rest("obligation", "10.00", "much"));

  /** Columns that say the same in every row, but for rows that cannot be taken in. */
  private record Rest(String columns, String good, String bad) {}

  private final String folder;
  private final List<String> columns;
  private final Rest rest;

  HistoryTable(String folder, String columns, Rest rest) {
    this.folder = folder;
    this.columns = List.of(columns.split(","));
    this.rest = rest;
  }

  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> columns() {
    return columns;
  }

  /** Where a file of {@code day} is dropped. */
  String file(Object day) {
    return folder + "/" + day + "-" + tableName() + ".csv";
  }

  String head() {
    return String.join(",", columns) + "," + rest.columns();
  }

  String line(Said row) {
    return row + "," + (row.broken() ? rest.bad() : rest.good());
  }
}
