package org.recordlake.format.business;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.Header;
import org.recordlake.format.words.WordFile;

/**
 * What a file of words tells of an export: by which names in its header it is known, and how each
 * column of the catalogue's tables is made. Names are plain, see {@link Header#plain}; a bar stands
 * between names of which any will do, a plus between those that are needed together.
 *
 * <pre>
 * needs: id + name | accountid + accountname   (each such line must be met)
 * lacks: campaignid                            (no such name)
 * dated by: createddate                        (without it days are those of the file)
 * rows of customer_identifiers: dunsnumber     (only where this says anything)
 * customers.phone: text phone | mobilephone    (how: see {@link Ways}; the first line that
 * customers.phone: always unknown               says anything counts)
 * </pre>
 */
final class Layout {
  private static final Pattern COLUMN = Pattern.compile("(\\w+)\\.(\\w+)");
  private static final String ROWS_OF = "rows of ";
  private static final Set<String> KEYS =
      Set.of("needs", "lacks", "dated by", "marks", "least columns", "one row a line");

  private final WordFile file;

  /** Ways to make the columns of each table. */
  private final Map<String, Map<String, List<Ways.Way>>> tables = new LinkedHashMap<>();

  private Layout(WordFile file) {
    this.file = file;
  }

  /**
   * @throws IllegalStateException naming what is wrong in the file, if anything is
   */
  static Layout of(String format) {
    Layout layout = new Layout(WordFile.of(format));
    for (String key : layout.file.keys()) {
      Matcher column = COLUMN.matcher(key);
      if (column.matches()) {
        layout
            .tables
            .computeIfAbsent(column.group(1), table -> new LinkedHashMap<>())
            .put(column.group(2), layout.file.each(key, Ways::of));
      } else if (!KEYS.contains(key) && !key.startsWith(ROWS_OF)) {
        throw layout.file.mistake(key, "write table.column, or one of " + KEYS);
      }
    }
    return layout;
  }

  /** The tables whose rows stand under {@code header}; empty if it is not of this layout. */
  Set<String> tables(Header header) {
    boolean fits =
        file.linesIfAny("needs").stream().allMatch(line -> meets(header, line))
            && !header.hasAny(names("lacks"))
            && (!file.has("least columns")
                || header.width() >= Integer.parseInt(file.text("least columns")));
    Set<String> found = new LinkedHashSet<>(fits ? tables.keySet() : Set.of());
    found.removeIf(table -> file.has(ROWS_OF + table) && !header.hasAny(names(ROWS_OF + table)));
    return Set.copyOf(found);
  }

  private static boolean meets(Header header, String line) {
    return Stream.of(line.split("\\s*\\|\\s*"))
        .anyMatch(together -> header.hasAll(together.split("\\s*\\+\\s*")));
  }

  /** The tables of a text that holds every mark, such as names in JSON; empty if one is missing. */
  Set<String> tables(String text) {
    return Stream.of(names("marks")).allMatch(text::contains)
        ? Set.copyOf(tables.keySet())
        : Set.of();
  }

  private String[] names(String key) {
    return file.has(key) ? file.words(key).toArray(String[]::new) : new String[0];
  }

  boolean oneRowALine() {
    return file.has("one row a line");
  }

  DaysFrom daysFrom(Header header) {
    return !file.has("dated by") || header.hasAny(names("dated by"))
        ? DaysFrom.ROWS
        : DaysFrom.FILE_DAY;
  }

  /** Whether a record is a row of {@code table}. */
  boolean hasRow(Fields fields, TableShape table) {
    String key = ROWS_OF + table.name();
    return !file.has(key) || fields.text(names(key)).isPresent();
  }

  Cells cells(Fields fields, TableShape table) {
    Cells cells = new Cells();
    tables.get(table.name()).forEach((column, ways) -> cells.put(column, first(ways, fields)));
    return cells;
  }

  private static Optional<String> first(List<Ways.Way> ways, Fields fields) {
    for (Ways.Way way : ways) {
      Optional<String> value = way.of(fields);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }
}
