package org.recordlake.retention;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.ColumnType;
import org.recordlake.catalog.PiiClass;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.protect.Protector;
import org.recordlake.scan.token.TokenMaker;

/**
 * The personal values of rows about to be destroyed, and the pseudonyms of their keys, as a scan
 * can look for them. Numbers, days and truth values of one row are those of many, and so are single
 * words that are no name: they are counted, not looked for.
 */
final class ErasedValues {
  private static final Pattern TELLING =
      Pattern.compile(".*(@|\\d{6}|\\S\\s+\\S).*", Pattern.DOTALL);
  private static final String SEALED = "_sealed";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Protector keys;
  private final TokenMaker tokens;

  ErasedValues(JobContext context, TokenMaker tokens) {
    this.keys = context.protector();
    this.tokens = tokens;
  }

  /**
   * Takes each value of {@code rows} once.
   *
   * @param rows whole rows of {@code table}
   */
  void take(TableSpec table, Dataset<Row> rows) {
    List<Column> personal = personal(table);
    if (personal.isEmpty()) {
      return;
    }
    org.apache.spark.sql.Column[] values =
        personal.stream()
            .map(column -> struct(lit(column.name()).as("name"), col(column.name()).as("value")))
            .toArray(org.apache.spark.sql.Column[]::new);
    Iterator<Row> distinct =
        rows.select(explode(array(values)).as("each"))
            .select("each.name", "each.value")
            .where(col("value").isNotNull())
            .distinct()
            .toLocalIterator();
    while (distinct.hasNext()) {
      Row each = distinct.next();
      Column column = table.storedColumn(each.getString(0)).orElseThrow();
      take(table.name() + "." + column.name(), column.pii(), each.getString(1));
      if (pseudonymised(table).contains(column.name())) {
        tokens.add(table.name() + "." + column.name(), keys.pseudonym(each.getString(1)));
      }
    }
  }

  /** The column, if any, under whose pseudonym marts may speak of a row of {@code table}. */
  static List<String> pseudonymised(TableSpec table) {
    return table.key().size() == 1
        ? personal(table).stream()
            .filter(column -> column.pii() == PiiClass.ID)
            .map(Column::name)
            .filter(table.key()::contains)
            .toList()
        : List.of();
  }

  /** Columns of {@code table} with texts that tell of a person. */
  static List<Column> personal(TableSpec table) {
    return table.storedColumns().stream()
        .filter(column -> column.type().equals(ColumnType.STRING) && column.pii().personal())
        .toList();
  }

  /**
   * Whether a value of this kind says by itself whom something is about, so that whatever names it
   * goes with it.
   */
  static boolean identifies(PiiClass pii) {
    return switch (pii) {
      case ID, NAME, PAYMENT, DEVICE, IMAGE -> true;
      default -> false;
    };
  }

  private void take(String label, PiiClass pii, String value) {
    String text = label.endsWith(SEALED) ? opened(value) : value;
    if (text.startsWith("{")) {
      takeRow(label, text);
    } else if (identifies(pii) || TELLING.matcher(text).matches()) {
      tokens.add(label, text);
    } else {
      tokens.leaveOut(label);
    }
  }

  /** A whole row, sealed as JSON. */
  private void takeRow(String label, String json) {
    try {
      JSON.readTree(json)
          .forEach(
              value -> {
                if (value.isTextual() && TELLING.matcher(value.textValue()).matches()) {
                  tokens.add(label, value.textValue());
                }
              });
    } catch (JsonProcessingException noJson) {
      tokens.add(label, json);
    }
  }

  private String opened(String sealed) {
    try {
      return keys.unseal(sealed);
    } catch (IllegalArgumentException ofOtherKeys) {
      return sealed;
    }
  }
}
