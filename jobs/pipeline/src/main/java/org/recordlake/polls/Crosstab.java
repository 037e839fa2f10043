package org.recordlake.polls;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.recordlake.disclosure.CountTable;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Relation;

/**
 * The true counts of one question split by one dimension. Columns are the lines that the question's
 * result shows, so that their totals are known to readers.
 *
 * @param columns answers in their order
 * @param complete whether every answer is in one of the columns
 * @param respondents people who answered, by value of the dimension
 * @param people by value and column
 */
record Crosstab(
    boolean oneChoice,
    List<AnswerLine> columns,
    boolean complete,
    List<String> values,
    List<Long> respondents,
    long[][] people) {
  private static final String OTHER_VALUES = "(other values)";

  /** True cells by value and answer as the records give them. */
  record Count(String value, String answer, long people, long respondents) {}

  /**
   * @param columnOf the column in which an answer counts; an answer without one counts nowhere
   */
  static Crosstab of(
      String kind,
      List<AnswerLine> columns,
      boolean complete,
      Map<String, Integer> columnOf,
      List<Count> counts) {
    List<String> values = counts.stream().map(Count::value).distinct().sorted().toList();
    long[][] people = new long[values.size()][columns.size()];
    long[] respondents = new long[values.size()];
    for (Count count : counts) {
      int row = values.indexOf(count.value());
      respondents[row] += count.respondents();
      if (columnOf.containsKey(count.answer())) {
        people[row][columnOf.get(count.answer())] += count.people();
      }
    }
    return new Crosstab(
        Question.oneChoice(kind),
        columns,
        complete,
        values,
        IntStream.range(0, values.size()).mapToObj(row -> respondents[row]).toList(),
        people);
  }

  long total() {
    return respondents.stream().mapToLong(Long::longValue).sum();
  }

  /** Whether the columns add up to what the result of the question shows. */
  boolean addsUpTo(long publishedRespondents) {
    return total() == publishedRespondents
        && IntStream.range(0, columns.size())
            .allMatch(column -> sum(column) == columns.get(column).people().getAsLong());
  }

  /**
   * The same with all values that have a small cell taken together, if there are several; empty if
   * nothing else is left to compare them with.
   */
  Optional<Crosstab> coarse(ProtectionRule rule) {
    List<Integer> small =
        IntStream.range(0, values.size())
            .filter(row -> LongStream.of(people[row]).anyMatch(rule::isSmall))
            .boxed()
            .toList();
    if (small.size() < 2) {
      return Optional.of(this);
    }
    List<Integer> kept =
        IntStream.range(0, values.size()).filter(row -> !small.contains(row)).boxed().toList();
    return kept.isEmpty() ? Optional.empty() : Optional.of(together(kept, small));
  }

  private Crosstab together(List<Integer> kept, List<Integer> small) {
    List<String> names = new ArrayList<>(kept.stream().map(values::get).toList());
    names.add(OTHER_VALUES);
    List<Long> sums = new ArrayList<>(kept.stream().map(respondents::get).toList());
    sums.add(small.stream().mapToLong(respondents::get).sum());
    long[][] cells = new long[names.size()][columns.size()];
    for (int row = 0; row < kept.size(); row++) {
      cells[row] = people[kept.get(row)];
    }
    for (int row : small) {
      for (int column = 0; column < columns.size(); column++) {
        cells[kept.size()][column] += people[row][column];
      }
    }
    return new Crosstab(oneChoice, columns, complete, names, sums, cells);
  }

  /** Row by row, each ending with the respondents of its value. */
  CountTable table() {
    return oneChoice ? CountTable.twoWay(people) : multiple();
  }

  /** What readers see of it; nobody is listed where there is nobody. */
  List<SplitCell> hiding(BitSet hidden) {
    List<SplitCell> cells = new ArrayList<>();
    int width = columns.size() + 1;
    for (int row = 0; row < values.size(); row++) {
      OptionalLong all = shown(hidden, row * width + columns.size(), respondents.get(row));
      for (int column = 0; column < columns.size(); column++) {
        if (people[row][column] > 0) {
          AnswerLine line = columns.get(column);
          OptionalLong count = shown(hidden, row * width + column, people[row][column]);
          cells.add(new SplitCell(values.get(row), line.answer(), line.order(), count, all));
        }
      }
    }
    return cells;
  }

  private static OptionalLong shown(BitSet hidden, int cell, long people) {
    return hidden.get(cell) ? OptionalLong.empty() : OptionalLong.of(people);
  }

  private long sum(int column) {
    return IntStream.range(0, values.size()).mapToLong(row -> people[row][column]).sum();
  }

  private CountTable multiple() {
    int width = columns.size() + 1;
    List<Long> counts = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    List<Integer> totals = new ArrayList<>();
    for (int row = 0; row < values.size(); row++) {
      int first = row * width;
      int all = first + columns.size();
      List<Integer> cells = IntStream.range(first, all).boxed().toList();
      cells.forEach(cell -> counts.add(people[cell / width][cell % width]));
      counts.add(respondents.get(row));
      totals.add(all);
      cells.forEach(cell -> relations.add(Relation.noLarger(cell, all)));
      if (complete) {
        relations.add(Relation.sumReachesCell(cells, all));
      }
    }
    relations.add(Relation.sum(totals, total()));
    for (int column = 0; column < columns.size(); column++) {
      int place = column;
      List<Integer> cells =
          IntStream.range(0, values.size()).mapToObj(row -> row * width + place).toList();
      relations.add(Relation.sum(cells, sum(column)));
    }
    return new CountTable(counts, relations);
  }
}
