package org.recordlake.format.business;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.Header;
import org.recordlake.format.tabular.JsonItems;
import org.recordlake.format.tabular.JsonText;
import org.recordlake.format.tabular.Times;

/**
 * Answers of the USAspending interface, one page or several as lines or in a list: JSON objects
 * whose {@code results} are actions. Their fields are told by a {@link Layout} like columns.
 */
public enum UsaSpendingPages implements SourceReader {
  USASPENDING_JSON,
  /** A grant among what was found is set aside. */
  USASPENDING_SEARCH;

  private static final String FIRST_TABLE = "supplier_contract_actions";

  @SuppressWarnings("ImmutableEnumChecker") // never changes
  private final Layout layout = Layout.of(format());

  @Override
  public String format() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> tables(Head head) {
    String text = head.text().stripLeading();
    return text.startsWith("{") || text.startsWith("[") ? layout.tables(text) : Set.of();
  }

  @Override
  public Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    return new JsonItems(file.text(), "results", (item, line) -> row(item, line, table));
  }

  /** What is set aside is so once, with the actions. */
  private Optional<RawRow> row(JsonNode item, long line, TableShape table) {
    Optional<String> problem = problem(item);
    if (problem.isEmpty()) {
      return Optional.of(layout.cells(fields(item, line), table).row(table, line, item.toString()));
    }
    return problem
        .filter(any -> table.name().equals(FIRST_TABLE))
        .map(code -> table.broken(line, item.toString(), code));
  }

  private Optional<String> problem(JsonNode item) {
    if (this == USASPENDING_SEARCH) {
      boolean contract = item.path("generated_internal_id").asText().startsWith("CONT_");
      return contract ? Optional.empty() : Optional.of("NOT_A_CONTRACT");
    }
    boolean known = AwardKey.ofAction(item.path("id").asText()).isPresent();
    return known ? Optional.empty() : Optional.of("NOT_A_TRANSACTION_KEY");
  }

  /** The texts of an object; that of {@code code} in an object within it goes by both names. */
  private static Fields fields(JsonNode item, long line) {
    Map<String, String> texts = new LinkedHashMap<>();
    item.fieldNames()
        .forEachRemaining(name -> JsonText.text(item, name).ifPresent(put(texts, name)));
    item.fieldNames()
        .forEachRemaining(
            name -> JsonText.text(item.path(name), "code").ifPresent(put(texts, name + " code")));
    return new Fields(
        Header.of(new SourceRecord(line, List.copyOf(texts.keySet()))),
        new SourceRecord(line, List.copyOf(texts.values())),
        LocalDate.EPOCH,
        new Times(DateOrder.MONTH_FIRST));
  }

  private static Consumer<String> put(Map<String, String> texts, String name) {
    return text -> texts.put(name, text);
  }
}
