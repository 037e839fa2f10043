package org.recordlake.format.business;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;

/**
 * The North American Industry Classification System as the Census Bureau publishes it, of any
 * edition: the year stands in the header. Sectors that span several codes, such as 31-33, become a
 * row for each, so that a code's beginning always finds its sector.
 */
public record NaicsCodes() implements HeadedReader {
  private static final Pattern EDITION = Pattern.compile("(\\d{4})naics(us)?code");
  private static final Pattern RANGE = Pattern.compile("(\\d{2})\\s*[-\u2013]\\s*(\\d{2})");
  private static final Pattern CODE = Pattern.compile("[\\d\u2013 -]+");

  /** A T behind a title marks that Canada, Mexico and the United States share it. */
  private static final Pattern MARK = Pattern.compile("(?<=[\\p{Ll})])T\\s*$");

  @Override
  public String format() {
    return "naics";
  }

  @Override
  public Set<String> tables(Header header) {
    return edition(header).isPresent() ? Set.of("classification_codes") : Set.of();
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    if (isRemark(fields.record())) {
      return List.of(table.outside(fields.line()));
    }
    String edition = edition(fields.header()).orElseThrow();
    String given = fields.text(edition + "naicstitle", edition + "naicsustitle").orElse("");
    String title = MARK.matcher(given).replaceAll("").strip();
    String code = fields.text(edition + "naicscode", edition + "naicsuscode").orElse("");
    List<RawRow> rows = new ArrayList<>();
    for (String each : codes(code)) {
      rows.add(
          new Cells()
              .put("scheme", "naics")
              .put("edition", edition)
              .put("code", each)
              .put("title", title)
              .put("level", Integer.toString(each.length()))
              .row(table, fields));
    }
    return rows;
  }

  @Override
  public boolean endsAbove(SourceRecord record) {
    return isRemark(record);
  }

  /** Remarks below the list are alone in their line, and no codes. */
  private static boolean isRemark(SourceRecord record) {
    List<String> said = record.fields().stream().filter(field -> !field.isBlank()).toList();
    return said.size() == 1 && !CODE.matcher(said.get(0).strip()).matches();
  }

  private static Optional<String> edition(Header header) {
    Matcher found = EDITION.matcher(header.toString());
    return found.find()
            && header.hasAny(found.group(1) + "naicstitle", found.group(1) + "naicsustitle")
        ? Optional.of(found.group(1))
        : Optional.empty();
  }

  private static List<String> codes(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return List.of(text);
    }
    List<String> codes = new ArrayList<>();
    int last = Integer.parseInt(range.group(2));
    for (int code = Integer.parseInt(range.group(1)); code <= last; code++) {
      codes.add(Integer.toString(code));
    }
    return codes.isEmpty() ? List.of(text) : codes;
  }
}
