package org.recordlake.format.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.JsonItems;
import org.recordlake.format.time.Moments;

/**
 * Answers of the USAspending interface to a search for transactions, one page or several: JSON
 * objects whose {@code results} have the names of the columns that were asked for. They tell the
 * award's key and the supplier, so they fill actions and contracts; a grant among them is set
 * aside.
 */
public record UsaSpendingSearch() implements SourceReader {
  @Override
  public String format() {
    return "usaspending-search";
  }

  @Override
  public Set<String> tables(Head head) {
    String text = head.text().stripLeading();
    boolean fits =
        (text.startsWith("{") || text.startsWith("["))
            && text.contains("\"results\"")
            && text.contains("\"generated_internal_id\"")
            && text.contains("\"Transaction Amount\"")
            && text.contains("\"Mod\"");
    return fits ? Set.of(Action.ACTIONS, Action.CONTRACTS) : Set.of();
  }

  @Override
  public Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    Iterator<RawRow> rows =
        new JsonItems(file.text(), "results", (item, line) -> row(item, line, table));
    return table.name().equals(Action.ACTIONS) ? rows : good(rows);
  }

  /** What is set aside is so once, with the actions. */
  private static Iterator<RawRow> good(Iterator<RawRow> rows) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
        .filter(row -> row.problem().isEmpty())
        .iterator();
  }

  private static RawRow row(JsonNode item, long line, TableShape table) {
    String key = item.path("generated_internal_id").asText();
    if (!key.startsWith("CONT_")) {
      return table.broken(line, item.toString(), "NOT_A_CONTRACT");
    }
    Optional<String> day =
        JsonText.text(item, "Action Date").map(on -> Moments.dayCell(on, DateOrder.MONTH_FIRST));
    return new Action(
            key,
            AwardKey.modification(JsonText.text(item, "Mod").orElse(""), ""),
            day,
            JsonText.money(item, "Transaction Amount"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            JsonText.text(item, "Action Type"),
            award(item))
        .cells(table)
        .row(table, line, item.toString());
  }

  private static Action.Award award(JsonNode item) {
    return new Action.Award(
        JsonText.text(item, "Award ID"),
        JsonText.text(item, "Recipient Name"),
        JsonText.text(item, "Recipient UEI"),
        Optional.empty(),
        JsonText.text(item, "naics_code").or(() -> JsonText.text(item.path("NAICS"), "code")),
        JsonText.text(item, "product_or_service_code")
            .or(() -> JsonText.text(item.path("PSC"), "code")),
        JsonText.text(item, "Transaction Description"));
  }
}
