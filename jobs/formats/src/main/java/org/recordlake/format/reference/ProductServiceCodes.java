package org.recordlake.format.reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;

/** Product and service codes as the General Services Administration publishes them. */
public record ProductServiceCodes() implements HeadedReader {
  private static final String[] TITLES = {
    "productandservicecodename",
    "productandservicecodefullname",
    "productandservicecodefullnamedescription",
    "pscname",
    "pscdescription",
    "pscfullname"
  };

  @Override
  public String format() {
    return "psc";
  }

  @Override
  public Set<String> tables(Header header) {
    return header.has("psccode") && header.hasAny(TITLES)
        ? Set.of("classification_codes")
        : Set.of();
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    String notes =
        Stream.of("notes", "excludes", "includes", "inicludes")
            .map(kind -> fields.plain("productandservicecode" + kind))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    return List.of(
        new Cells()
            .put("scheme", "psc")
            .put("edition", "current")
            .put("code", fields.plain("psccode"))
            .put("title", fields.text(TITLES))
            .put("level", Integer.toString(fields.plain("psccode").length()))
            .put("valid_from", day(fields, "startdate"))
            .put("valid_to", day(fields, "enddate"))
            .put("notes", notes)
            .row(table, fields));
  }

  private static Optional<String> day(Fields fields, String name) {
    return fields.day(name);
  }
}
