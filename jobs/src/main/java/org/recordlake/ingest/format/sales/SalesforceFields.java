package org.recordlake.ingest.format.sales;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.ingest.format.tabular.Fields;
import org.recordlake.ingest.format.time.Moments;

/** Fields of a Salesforce export, by their names in the interface or in a report. */
record SalesforceFields(Fields fields) {
  /** ISO 3166 leaves ZZ to its users; here it stands for a country nobody told. */
  private static final String UNKNOWN_COUNTRY = "ZZ";

  private static final Map<String, String> COUNTRIES =
      Stream.concat(
              Stream.of(Locale.getISOCountries())
                  .map(
                      code ->
                          Map.entry(
                              new Locale.Builder()
                                  .setRegion(code)
                                  .build()
                                  .getDisplayCountry(Locale.ENGLISH)
                                  .toLowerCase(Locale.ROOT),
                              code)),
              Stream.of(
                  Map.entry("usa", "US"),
                  Map.entry("united states of america", "US"),
                  Map.entry("uk", "GB"),
                  Map.entry("great britain", "GB")))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

  Optional<String> text(String... names) {
    return fields.text(names);
  }

  Optional<String> id(String... names) {
    return fields.text(names).map(SalesforceId::of);
  }

  Optional<String> day(String... names) {
    return fields.text(names).map(text -> Moments.dayCell(text, DateOrder.MONTH_FIRST));
  }

  /** Day of the last change; of an export without one, the day it was made. */
  String updatedOn() {
    return day("lastmodifieddate", "systemmodstamp", "createddate")
        .orElse(fields.exportedOn().toString());
  }

  boolean flag(String... names) {
    return fields.text(names).map(text -> text.matches("(?i)true|1|yes")).orElse(false);
  }

  /** Two letters: a code as it is, a name by its English form. */
  Optional<String> country(String... names) {
    return fields
        .text(names)
        .map(
            text ->
                text.matches("[A-Za-z]{2}") && !text.equalsIgnoreCase("uk")
                    ? text.toUpperCase(Locale.ROOT)
                    : COUNTRIES.getOrDefault(text.toLowerCase(Locale.ROOT), text));
  }

  String countryOrUnknown(String... names) {
    return country(names).orElse(UNKNOWN_COUNTRY);
  }
}
