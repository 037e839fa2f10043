package org.recordlake.generate;

import java.util.List;
import java.util.Locale;

/**
 * The landing tables and the columns in which their files arrive, in the catalogue's own names and
 * order; a test holds them against the catalogue. The folder _truth is no landing folder: it says
 * what really is so.
 */
@SuppressWarnings("ImmutableEnumChecker") // made of List.of and Map.of, or never handed out
enum Table {
  CUSTOMERS(
      "crm",
      "customer_id kind customer_name firm_name address_line1 address_line2 city state zip country"
          + " phone email naics relationship_started_on relationship_ended_on updated_on"),
  CONTACTS(
      "crm",
      "contact_id customer_id first_name last_name other_name address_line1 address_line2 city"
          + " state zip country email other_email phone fax pager job_description title role"
          + " updated_on"),
  CUSTOMER_IDENTIFIERS("crm", "customer_id scheme value valid_from valid_to updated_on"),
  SIGNATURES("crm", "signature_id customer_id signer_name document_kind signed_on file_name"),
  FIRM_PROFILES(
      "crm",
      "customer_id observed_on firm_name size_band founded_year years_in_business company_age"
          + " employees revenue sales site_count locations url naics sic customer_types_served"
          + " advertising_agency advertising_spend"),
  SALES_CALLS(
      "crm",
      "call_id customer_id contact_id called_on employee_name channel outcome stated_needs notes"),
  CUSTOMER_EQUIPMENT(
      "sales",
      "equipment_id customer_id kind maker model serial_number meter_number ownership installed_on"
          + " removed_on observed_on"),
  SERVICE_USAGE("sales", "customer_id provider service month units spend observed_on"),
  SALES_ORDERS(
      "sales",
      "order_id line_no order_date customer_id service description quantity unit_price channel"
          + " cancelled"),
  SUPPLIER_CONTRACTS(
      "contracts",
      "award_key award_number supplier_name uei duns customer_id start_on current_end_on value"
          + " product_service_code description updated_on"),
  SUPPLIER_CONTRACT_ACTIONS(
      "contracts", "award_key modification_number customer_id action_on obligation end_on reason"),
  SURVEY_RESPONSES(
      "surveys",
      "survey_id survey_name kind respondent_id customer_id email question_no question answer"
          + " answered_on"),
  PAYMENTS(
      "finance",
      "payment_id customer_id method paid_on amount card_number card_type card_expires"
          + " card_verification_code account_number routing_number check_number"),
  EVENTS("events", "event_id name kind starts_on ends_on venue city"),
  EVENT_REGISTRATIONS(
      "events",
      "registration_id event_id event_date customer_id name email phone role itinerary badge_name"
          + " accommodations registered_on attended updated_on"),
  ORGANIZATION_MEMBERSHIPS(
      "events",
      "membership_id customer_id organization chapter name email role joined_on ceased_on"
          + " updated_on"),
  PUBLICATION_SUBSCRIPTIONS(
      "marketing",
      "subscription_id customer_id name email mail_address publication list format requested_on"
          + " ceased_on updated_on"),
  CAMPAIGNS("marketing", "campaign_id name kind service offer starts_on ends_on budget"),
  CAMPAIGN_CONTACTS(
      "marketing",
      "campaign_id recipient_id customer_id company_name name email naics channel segment holdout"
          + " contacted_on responded_on response converted cost opted_out updated_on"),
  MEETINGS(
      "meetings",
      "meeting_id meeting_date topic kind platform conference_code host_name host_email started_at"
          + " ended_at duration_minutes participant_count"),
  MEETING_PARTICIPANTS(
      "meetings",
      "meeting_id meeting_date participant_id spell_no customer_id name email join_at leave_at"
          + " minutes location camera microphone speaker camera_on role function"),
  POLL_RESPONSES(
      "meetings",
      "meeting_id meeting_date poll_id poll_title question_no question question_kind respondent_key"
          + " participant_id customer_id name email answer_no answer answer_order correct"
          + " answered_at anonymous"),
  CHAT_MESSAGES(
      "meetings",
      "meeting_id meeting_date message_id kind participant_id customer_id sender_name sender_email"
          + " sent_at message"),
  MEETING_MEDIA(
      "meetings",
      "media_id meeting_id meeting_date kind participant_id customer_id file_name captured_at"
          + " duration_seconds camera_on"),
  DEVICE_USAGE(
      "meetings",
      "meeting_id meeting_date participant_id device_no customer_id device_type operating_system"
          + " os_version mac_address ip_address"),
  TRUTH_CUSTOMERS(
      "_truth",
      "customer_id segment hazard price_sensitivity competitor loyalty orders_a_month starts_on"
          + " leaves_on"),
  TRUTH_NEEDS("_truth", "customer_id service strength stated_on adopted_on competitor"),
  TRUTH_IDENTITIES("_truth", "table row_key customer_id written_as change");

  private final String folder;
  private final List<String> columns;

  Table(String folder, String columns) {
    this.folder = folder;
    this.columns = List.of(columns.split(" "));
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
