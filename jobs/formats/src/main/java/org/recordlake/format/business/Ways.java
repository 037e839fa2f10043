package org.recordlake.format.business;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.format.tabular.Amounts;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.StableKey;

/**
 * The ways in which a {@link Layout} makes a cell from fields. A line names the way, then the
 * fields, of which the first that says anything counts; behind {@code then} a second list or a
 * value.
 */
final class Ways {
  /** Stands before HubSpot's numbers, of contacts and companies alike. */
  static final String HUBSPOT = "HS-";

  /** What a status says of a response, in the catalogue's own words. */
  private static final Set<String> RESPONSES =
      Set.of("opened", "clicked", "replied", "called", "ordered", "declined");

  /** ISO 3166 leaves ZZ to its users; here it stands for a country nobody told. */
  private static final String UNKNOWN_COUNTRY = "ZZ";

  private static final String NO_SALESFORCE_RECORD = "000000000000000";

  private static final Map<String, BiFunction<Fields, String[][], Optional<String>>> WAYS =
      Map.ofEntries(
          entry("text", (fields, names) -> fields.text(names[0])),
          entry("day", (fields, names) -> fields.day(names[0])),
          entry("money", text(text -> Amounts.cell(text, Amounts.Decimal.POINT))),
          entry("capitals", text(text -> text.toUpperCase(Locale.ROOT))),
          entry("code", text(Ways::code)),
          entry("label", text(Ways::label)),
          entry("duns", text(Ways::duns)),
          entry("length", (fields, names) -> Optional.of("" + fields.plain(names[0][0]).length())),
          entry("joined", (fields, names) -> joined(fields, names, " ")),
          entry("lines", (fields, names) -> joined(fields, names, "\n")),
          entry("reason", (fields, names) -> joined(fields, names, ": ")),
          // A name that is no country's stays as it is, for the checks to find.
          entry("country", text(text -> Countries.code(text).orElse(text))),
          entry("known-country", (fields, names) -> fields.text(names[0]).flatMap(Countries::code)),
          entry("unknown-country", (fields, names) -> Optional.of(UNKNOWN_COUNTRY)),
          entry("always", (fields, names) -> Optional.of(names[0][0])),
          // The day the file was made.
          entry("made", (fields, names) -> Optional.of(fields.exportedOn().toString())),
          entry("if", (fields, names) -> value(names).filter(any -> isTrue(fields, names[0]))),
          entry(
              "if-any",
              (fields, names) -> value(names).filter(any -> fields.text(names[0]).isPresent())),
          entry(
              "if-yes",
              (fields, names) -> value(names).filter(any -> BankMarketing.isYes(fields, names[0]))),
          entry("yes-or-no", text(BankMarketing::truth)),
          entry("last-such-day", BankMarketing::lastSuchDay),
          entry("bank-line", (fields, names) -> Optional.of(BankMarketing.key(fields))),
          entry("bank-response", BankMarketing::responded),
          entry("mailchimp-id", (fields, names) -> mailchimpId(fields, names[0])),
          entry("mailchimp-address", (fields, names) -> Optional.of(mailchimpAddress(fields))),
          entry("hubspot-id", text(HUBSPOT::concat)),
          entry("salesforce-id", (fields, names) -> salesforceId(fields, names[0])),
          entry(
              "response",
              (fields, names) ->
                  fields
                      .text(names[0])
                      .map(text -> text.toLowerCase(Locale.ROOT))
                      .filter(RESPONSES::contains)),
          entry("start", UsaSpending::start),
          entry("award", (fields, names) -> Optional.of(UsaSpending.award(fields))),
          entry("legacy-award", (fields, names) -> Optional.of(UsaSpending.legacyAward(fields))),
          entry("modification", (fields, names) -> Optional.of(modification(fields, names))),
          entry(
              "award-of-action",
              (fields, names) ->
                  AwardKey.ofAction(fields.plain(names[0][0])).map(AwardKey.Action::award)),
          entry(
              "modification-of-action",
              (fields, names) ->
                  AwardKey.ofAction(fields.plain(names[0][0])).map(AwardKey.Action::modification)));

  private Ways() {}

  /** Makes the cell of one column. */
  interface Way {
    Optional<String> of(Fields fields);
  }

  /**
   * The way a line tells.
   *
   * @throws IllegalArgumentException if there is no such way
   */
  static Way of(String line) {
    String[] parts = (line + " ").split(" ", 2);
    BiFunction<Fields, String[][], Optional<String>> way = WAYS.get(parts[0]);
    if (way == null) {
      throw new IllegalArgumentException(
          "there is no way '"
              + parts[0]
              + "'; use one of "
              + WAYS.keySet().stream().sorted().toList());
    }
    String[][] names =
        Stream.of(parts[1].split("\\bthen\\b", -1))
            .map(list -> list.strip().split("\\s*\\|\\s*"))
            .toArray(String[][]::new);
    return fields -> way.apply(fields, names);
  }

  private static BiFunction<Fields, String[][], Optional<String>> text(UnaryOperator<String> form) {
    return (fields, names) -> fields.text(names[0]).map(form);
  }

  private static Optional<String> value(String[][] names) {
    return Optional.of(names[1][0]);
  }

  private static boolean isTrue(Fields fields, String[] names) {
    return fields.text(names).map(text -> text.matches("(?i)true|1|yes")).orElse(false);
  }

  private static Optional<String> joined(Fields fields, String[][] names, String between) {
    return Optional.of(
            Stream.of(names)
                .map(fields::text)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(between)))
        .filter(text -> !text.isEmpty());
  }

  /** The code of a field such as {@code B: PURCHASE ORDER}; one without a colon is both. */
  static String code(String text) {
    return text.replaceFirst("(?s):.*", "").strip();
  }

  /** The meaning in such a field. */
  static String label(String text) {
    return text.substring(text.indexOf(':') + 1).strip();
  }

  /** A D-U-N-S Number: nine digits, some of whose zeros a spreadsheet may have dropped. */
  private static String duns(String text) {
    String bare = text.replace("-", "");
    return bare.matches("\\d{1,8}") ? "0".repeat(9 - bare.length()) + bare : bare;
  }

  /** The number in the first of the columns that has one; weekly exports write zeros for none. */
  private static Optional<String> salesforceId(Fields fields, String[] names) {
    return Stream.of(names)
        .map(fields::plain)
        .filter(id -> !id.isEmpty() && !id.startsWith(NO_SALESFORCE_RECORD))
        .findFirst()
        .map(id -> SalesforceId.of(id).orElse(id));
  }

  private static Optional<String> mailchimpId(Fields fields, String[] names) {
    String address = mailchimpAddress(fields).toLowerCase(Locale.ROOT);
    return Optional.of("MC-" + fields.text(names).orElseGet(() -> StableKey.text(address)));
  }

  /** The first column, whatever the audience calls it. */
  private static String mailchimpAddress(Fields fields) {
    return fields.header().has("emailaddress")
        ? fields.plain("emailaddress")
        : fields.record().field(0);
  }

  private static String modification(Fields fields, String[][] names) {
    String transaction = names.length > 1 ? fields.plain(names[1][0]) : "";
    return AwardKey.modification(fields.plain(names[0][0]), transaction);
  }
}
