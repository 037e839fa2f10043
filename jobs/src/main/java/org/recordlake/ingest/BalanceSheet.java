package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The balance of an ingest as people and ledgers read it. */
final class BalanceSheet {
  private static final String LINE = "%-28s %9s %9s %9s %9s %11s %9s %9s";

  private final Map<String, Balance> byTable = new TreeMap<>();
  private Balance total = Balance.ZERO;

  BalanceSheet(List<FileOutcome> outcomes) {
    for (FileOutcome outcome : outcomes) {
      byTable.merge(outcome.table(), outcome.balance(), Balance::plus);
      total = total.plus(outcome.balance());
    }
  }

  /** One line a table, and a total; nothing if there was no file. */
  List<String> lines() {
    if (byTable.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "rows by table",
            "read",
            "stored",
            "updated",
            "duplicate",
            "quarantined",
            "expired",
            "outside"));
    byTable.forEach((table, balance) -> lines.add(line(table, balance)));
    lines.add(line("total", total));
    return lines;
  }

  Map<String, Long> counts(long files) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files", files);
    counts.put("read", total.read());
    counts.put("stored", total.stored());
    counts.put("updated", total.updated());
    counts.put("duplicate", total.duplicate());
    counts.put("quarantined", total.quarantined());
    counts.put("expired_on_arrival", total.expired());
    counts.put("outside_catalogue", total.outside());
    return counts;
  }

  private static String line(String name, Balance balance) {
    return line(
        name,
        balance.read(),
        balance.stored(),
        balance.updated(),
        balance.duplicate(),
        balance.quarantined(),
        balance.expired(),
        balance.outside());
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, LINE, cells).stripTrailing();
  }
}
