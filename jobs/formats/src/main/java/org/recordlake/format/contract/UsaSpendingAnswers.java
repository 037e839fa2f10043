package org.recordlake.format.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.JsonItems;
import org.recordlake.format.time.Moments;

/**
 * Answers of the USAspending interface on transactions, one page or several as lines or in a list:
 * JSON objects whose {@code results} are actions. They say neither supplier nor period, so they
 * fill actions only; the contract, where it is known from elsewhere, is rolled up from them too.
 */
public record UsaSpendingAnswers() implements SourceReader {
  @Override
  public String format() {
    return "usaspending-json";
  }

  @Override
  public Set<String> tables(Head head) {
    String text = head.text().stripLeading();
    boolean fits =
        (text.startsWith("{") || text.startsWith("["))
            && text.contains("\"results\"")
            && text.contains("\"federal_action_obligation\"")
            && text.contains("\"modification_number\"");
    return fits ? Set.of(Action.ACTIONS) : Set.of();
  }

  @Override
  public Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    return new JsonItems(file.text(), "results", (item, line) -> row(item, line, table));
  }

  private static RawRow row(JsonNode item, long line, TableShape table) {
    Optional<AwardKey.Action> place = AwardKey.ofAction(item.path("id").asText());
    if (place.isEmpty()) {
      return table.broken(line, item.toString(), "NOT_A_TRANSACTION_KEY");
    }
    return action(item, place.get()).cells(table).row(table, line, item.toString());
  }

  private static Action action(JsonNode item, AwardKey.Action place) {
    return new Action(
        place.award(),
        place.modification(),
        JsonText.text(item, "action_date").map(day -> Moments.dayCell(day, DateOrder.MONTH_FIRST)),
        JsonText.money(item, "federal_action_obligation"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonText.text(item, "action_type_description"),
        new Action.Award(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
