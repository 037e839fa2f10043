package org.recordlake.retention;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.ingest.Ingest;
import org.recordlake.job.JobResult;
import org.recordlake.testing.TestRun;

/**
 * A thousand random histories lived side by side in one lake, each with keys of its own: after
 * every night the rows that live are those of {@link PlainModel}. The days stand around the last
 * days of February, and years apart.
 */
class RandomHistoriesTest {
  private static final int HISTORIES = 1_000;
  private static final long SEED = Long.getLong("recordlake.histories.seed", 12);
  private static final int SHOWN = 2;
  private static final Pattern NUMBER = Pattern.compile("-(\\d{6})");
  private static final List<LocalDate> DAYS =
      Stream.of("2027-02-28", "2027-03-01", "2030-03-01").map(LocalDate::parse).toList();

  @TempDir Path folder;

  private final List<RandomHistory> histories = new ArrayList<>();
  private final List<PlainModel> models = new ArrayList<>();
  private final Map<String, Long> counts = new HashMap<>();

  @Test
  void theRowsThatLiveAreThoseOfThePlainModelNightAfterNight() {
    for (int number = 0; number < HISTORIES; number++) {
      histories.add(RandomHistory.of(SEED, number, DAYS));
      models.add(new PlainModel());
    }
    TestRun run = new TestRun(folder).with("ingest.maxQuarantinedShare", "1");
    for (int day = 0; day < DAYS.size(); day++) {
      drop(run.asOf(DAYS.get(day).toString()), day);
      count(run.run(new Ingest()));
      count(run.run(new RetentionDelete()));
      compare(run, day);
    }
    assertThat(counts)
        .as("rows of every fate")
        .extracting(
            "stored",
            "updated",
            "duplicate",
            "quarantined",
            "expired_on_arrival",
            "disposed",
            "deleted",
            "held")
        .allMatch(rows -> (long) rows > 100);
  }

  private void drop(TestRun run, int day) {
    for (HistoryTable table : HistoryTable.values()) {
      run.drop(
          table.file(DAYS.get(day)),
          lines(
              table.head(),
              histories.stream()
                  .flatMap(history -> history.rows(day).stream())
                  .filter(row -> row.table() == table)
                  .map(table::line)));
    }
    run.drop(
        "holds/" + DAYS.get(day) + ".csv",
        lines(
            HistoryOrder.HEAD,
            histories.stream()
                .flatMap(history -> history.orders(day).stream())
                .map(HistoryOrder::line)));
  }

  private static String[] lines(String head, Stream<String> rows) {
    return Stream.concat(Stream.of(head), rows).toArray(String[]::new);
  }

  private void count(JobResult result) {
    result.counts().forEach((name, rows) -> counts.merge(name, rows, Long::sum));
  }

  private void compare(TestRun run, int day) {
    Map<Integer, Set<String>> living = living(run);
    List<String> wrong = new ArrayList<>();
    for (int number = 0; number < HISTORIES; number++) {
      RandomHistory history = histories.get(number);
      models.get(number).night(DAYS.get(day), history.rows(day), history.orders(day));
      Set<String> expected = expected(models.get(number));
      Set<String> found = living.getOrDefault(number, Set.of());
      if (!found.equals(expected)) {
        wrong.add(told(number, day, expected, found));
      }
    }
    assertThat(wrong.stream().limit(SHOWN))
        .as("%d histories of seed %d on %s", wrong.size(), SEED, DAYS.get(day))
        .isEmpty();
  }

  private static Set<String> expected(PlainModel model) {
    Set<String> rows = new TreeSet<>();
    for (HistoryTable table : HistoryTable.values()) {
      model.living(table).forEach(row -> rows.add(table.tableName() + " " + row));
    }
    return rows;
  }

  /** The rows of every history, by its number. */
  private static Map<Integer, Set<String>> living(TestRun run) {
    Map<Integer, Set<String>> living = new HashMap<>();
    for (HistoryTable table : HistoryTable.values()) {
      for (String row : rows(run, table)) {
        Matcher number = NUMBER.matcher(row);
        assertThat(number.find()).isTrue();
        living
            .computeIfAbsent(Integer.parseInt(number.group(1)), any -> new TreeSet<>())
            .add(table.tableName() + " " + row);
      }
    }
    return living;
  }

  private static List<String> rows(TestRun run, HistoryTable table) {
    Column[] cells =
        table.columns().stream()
            .map(column -> coalesce(col(column).cast("string"), lit("")))
            .toArray(Column[]::new);
    return run.table(table.tableName())
        .select(concat_ws(",", cells))
        .as(Encoders.STRING())
        .collectAsList();
  }

  /** One history until {@code day}, and what is wrong with it then. */
  private String told(int number, int day, Set<String> expected, Set<String> found) {
    StringBuilder text = new StringBuilder("\nhistory " + number);
    IntStream.rangeClosed(0, day)
        .forEach(
            each -> {
              text.append("\n").append(DAYS.get(each));
              RandomHistory history = histories.get(number);
              history.orders(each).forEach(order -> text.append("\n  hold ").append(order.line()));
              history
                  .rows(each)
                  .forEach(
                      row ->
                          text.append("\n  ")
                              .append(row.table().tableName())
                              .append(row.broken() ? " (broken) " : " ")
                              .append(row));
            });
    text.append("\nmissing: ").append(without(expected, found));
    return text.append("\ntoo many: ").append(without(found, expected)).append("\n").toString();
  }

  private static Set<String> without(Set<String> rows, Set<String> others) {
    Set<String> left = new TreeSet<>(rows);
    left.removeAll(others);
    return left;
  }
}
