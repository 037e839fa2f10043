package org.recordlake.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.recordlake.catalog.TableSpec.Incremental;
import org.recordlake.catalog.TableSpec.Mart;
import org.recordlake.problem.Problem;

/** Whether a mart can keep the promise that its rows follow customer by customer. */
final class IncrementalCheck {
  private IncrementalCheck() {}

  static List<Problem> problems(TableSpec table, Map<String, TableSpec> byName) {
    return table
        .mart()
        .flatMap(mart -> mart.incremental().map(how -> problems(table, mart, how, byName)))
        .orElse(List.of());
  }

  private static List<Problem> problems(
      TableSpec table, Mart mart, Incremental how, Map<String, TableSpec> byName) {
    List<Problem> problems = new ArrayList<>();
    if (table.storedColumn(how.key()).filter(key -> key.pii() == PiiClass.PSEUDONYM).isEmpty()) {
      problems.add(
          new Problem(
              "'" + how.key() + "' is no pseudonym column of the mart",
              table.file() + " at incremental.key",
              "Name the column that holds the customer's pseudonym"));
    }
    mart.reads().stream()
        .map(byName::get)
        .filter(Objects::nonNull)
        .filter(read -> read.zone() != Zone.RECORDS || read.storedColumn(how.by()).isEmpty())
        .map(
            read ->
                new Problem(
                    read.name() + " is no records table with a column '" + how.by() + "'",
                    table.file() + " at incremental.by",
                    "Leave 'incremental' out; the mart is then always rebuilt whole"))
        .forEach(problems::add);
    return problems;
  }
}
