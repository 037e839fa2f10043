package org.recordlake.ingest.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.recordlake.ingest.land.QuarantineBacklog;

/** The balance of an ingest as people and ledgers read it. */
final class BalanceSheet {
  /** The figures of a line, in order. */
  private static final List<Figure> FIGURES =
      List.of(
          new Figure("read", 9, Balance::read),
          new Figure("stored", 9, Balance::stored),
          new Figure("updated", 9, Balance::updated),
          new Figure("duplicate", 9, Balance::duplicate),
          new Figure("quarantined", 11, Balance::quarantined),
          new Figure("expired", 9, Balance::expired),
          new Figure(Figure.DISPOSED, 9, Balance::disposed),
          new Figure("outside", 9, Balance::outside));

  private final Map<String, Balance> byTable = new TreeMap<>();
  private final Set<String> files = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private final Map<DaysElsewhere, Set<String>> daysElsewhere = new TreeMap<>();
  private Balance total = Balance.ZERO;

  BalanceSheet(List<FileOutcome> outcomes) {
    outcomes.forEach(this::add);
  }

  private void add(FileOutcome outcome) {
    String file = outcome.file().sha256();
    files.add(file);
    switch (outcome.status()) {
      case COMMITTED -> {}
      case REFUSED -> refused.add(file);
      case QUARANTINED -> unknown.add(file);
    }
    total = total.plus(outcome.balance());
    if (outcome.status() == FileOutcome.Status.COMMITTED && !outcome.daysFrom().equals("rows")) {
      daysElsewhere
          .computeIfAbsent(
              new DaysElsewhere(outcome.format(), outcome.daysFrom()), any -> new HashSet<>())
          .add(file);
    }
    if (!outcome.table().equals(FileOutcome.UNKNOWN_TABLE)) {
      byTable.merge(outcome.table(), outcome.balance(), Balance::plus);
    }
  }

  /** One line a table, a total, and what became of the files; nothing if there was no file. */
  public List<String> lines() {
    if (files.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(line("rows by table", Figure::title));
    byTable.forEach((table, balance) -> lines.add(line(table, balance)));
    lines.add(line("total", total));
    lines.add(filesLine());
    daysElsewhere.forEach(
        (from, found) ->
            lines.add(
                from.format()
                    + ": days of "
                    + QuarantineBacklog.counted(found.size(), "file")
                    + " from the "
                    + from.place()
                    + ", where rows say none"));
    return lines;
  }

  /** Where files of a layout have days from that their rows do not say. */
  private record DaysElsewhere(String format, String place) implements Comparable<DaysElsewhere> {
    @Override
    public int compareTo(DaysElsewhere other) {
      return Comparator.comparing(DaysElsewhere::format)
          .thenComparing(DaysElsewhere::place)
          .compare(this, other);
    }
  }

  private String filesLine() {
    StringBuilder line = new StringBuilder();
    line.append(QuarantineBacklog.counted(files.size(), "file"))
        .append(" for ")
        .append(QuarantineBacklog.counted(byTable.size(), "table"))
        .append(": ")
        .append(files.size() - refused.size() - unknown.size())
        .append(" taken in");
    if (!refused.isEmpty()) {
      line.append(", ").append(refused.size()).append(" refused whole");
    }
    if (!unknown.isEmpty()) {
      line.append(", ")
          .append(unknown.size())
          .append(" of no known layout, set aside unread and so not among the rows above");
    }
    return line.toString();
  }

  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files", (long) files.size());
    counts.put("read", total.read());
    counts.put("stored", total.stored());
    counts.put("updated", total.updated());
    counts.put("duplicate", total.duplicate());
    counts.put("quarantined", total.quarantined());
    counts.put("expired_on_arrival", total.expired());
    counts.put("disposed", total.disposed());
    counts.put("outside_catalogue", total.outside());
    return counts;
  }

  private String line(String name, Balance balance) {
    return line(name, figure -> figure.of().applyAsLong(balance));
  }

  /** Disposed rows have no place in the sheet where there are none in any table. */
  private String line(String name, Function<Figure, Object> cell) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-28s", name));
    FIGURES.stream()
        .filter(figure -> total.disposed() > 0 || !figure.title().equals(Figure.DISPOSED))
        .forEach(
            figure ->
                line.append(
                    String.format(Locale.ROOT, " %" + figure.width() + "s", cell.apply(figure))));
    return line.toString();
  }

  /**
   * A figure of a balance.
   *
   * @param width characters of its column
   */
  private record Figure(String title, int width, ToLongFunction<Balance> of) {
    static final String DISPOSED = "disposed";
  }
}
