package org.recordlake.generate;

import java.util.List;
import java.util.Locale;

/**
 * The landing tables and the columns in which their files arrive, in the catalogue's own names and
 * order; a test holds them against the catalogue. The folder _truth is no landing folder: it says
 * what really is so.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list of columns is a copy
enum Table {
  CUSTOMERS("crm"),
  CONTACTS("crm"),
  CUSTOMER_IDENTIFIERS("crm"),
  SIGNATURES("crm"),
  FIRM_PROFILES("crm"),
  SALES_CALLS("crm"),
  CUSTOMER_EQUIPMENT("sales"),
  SERVICE_USAGE("sales"),
  SALES_ORDERS("sales"),
  SUPPLIER_CONTRACTS("contracts"),
  SUPPLIER_CONTRACT_ACTIONS("contracts"),
  SURVEY_RESPONSES("surveys"),
  PAYMENTS("finance"),
  EVENTS("events"),
  EVENT_REGISTRATIONS("events"),
  ORGANIZATION_MEMBERSHIPS("events"),
  PUBLICATION_SUBSCRIPTIONS("marketing"),
  CAMPAIGNS("marketing"),
  CAMPAIGN_CONTACTS("marketing"),
  MEETINGS("meetings"),
  MEETING_PARTICIPANTS("meetings"),
  POLL_RESPONSES("meetings"),
  CHAT_MESSAGES("meetings"),
  MEETING_MEDIA("meetings"),
  DEVICE_USAGE("meetings"),
  PAPER_RECORDS("paper"),
  TRUTH_CUSTOMERS("_truth"),
  TRUTH_NEEDS("_truth"),
  TRUTH_IDENTITIES("_truth");

  private final String folder;
  private final List<String> columns;

  Table(String folder) {
    this.folder = folder;
    this.columns = Invented.words("columns", name());
  }

  String folder() {
    return folder;
  }

  List<String> columns() {
    return columns;
  }

  boolean truth() {
    return folder.equals("_truth");
  }

  String tableName() {
    String name = name().toLowerCase(Locale.ROOT);
    return truth() ? name.substring("truth_".length()) : name;
  }

  /** What meeting platforms write by the thousand comes as JSON lines, everything else as CSV. */
  FileFormat format() {
    return switch (this) {
      case POLL_RESPONSES, CHAT_MESSAGES, DEVICE_USAGE -> FileFormat.JSON_LINES;
      default -> FileFormat.CSV;
    };
  }

  /** Path of one part of the table below the landing root. */
  String path(String part) {
    return folder + "/" + tableName() + "-" + part + "." + format().extension();
  }

  Row row(Object... values) {
    return new Row(this, java.util.Arrays.asList(values));
  }
}
