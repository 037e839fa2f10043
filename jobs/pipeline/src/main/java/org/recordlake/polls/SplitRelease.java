package org.recordlake.polls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.recordlake.disclosure.CountTable;
import org.recordlake.disclosure.DisclosureCheck;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Succession;
import org.recordlake.disclosure.Suppressor;

/**
 * Decides what readers see of a question split by one dimension. Answers that the question's own
 * result hides count together as one column; the score's grades count as their three groups; values
 * with a small cell count together, where there are several.
 *
 * <p>A split is made once. It is made anew only when the question's result changes, and that takes
 * as many people as the threshold; otherwise somebody who moves from one segment to another would
 * take his answer along in plain sight.
 */
final class SplitRelease {
  private static final String OTHER_ANSWERS = "(other answers)";

  private final String kind;
  private final ReleasedQuestion question;
  private final List<Crosstab.Count> counts;
  private final ProtectionRule rule;

  private SplitRelease(
      String kind, ReleasedQuestion question, List<Crosstab.Count> counts, ProtectionRule rule) {
    this.kind = kind;
    this.question = question;
    this.counts = counts;
    this.rule = rule;
  }

  /** A split and the number of respondents of its question when it was made. */
  record Released(OptionalLong questionRespondents, List<SplitCell> cells) {
    Released {
      cells = List.copyOf(cells);
    }

    static Released hiddenWhole() {
      return new Released(OptionalLong.empty(), List.of(SplitCell.hiddenWhole()));
    }

    boolean isHiddenWhole() {
      return cells.stream().anyMatch(SplitCell::isHiddenWhole);
    }

    private boolean showsNothingSmall(ProtectionRule rule) {
      return cells.stream()
          .noneMatch(
              cell ->
                  rule.isSmall(cell.people().orElse(0))
                      || rule.isSmall(cell.respondents().orElse(0)));
    }
  }

  /**
   * @param question the question's published result
   * @param before what the previous run published of the split
   * @param editions other results of the question published before; if there are any, a split that
   *     was hidden stays so, since nobody knows what was shown of it earlier
   * @throws UndisclosableException if the result fails the check, which is a bug
   */
  static Released of(
      String kind,
      ReleasedQuestion question,
      List<Crosstab.Count> counts,
      Optional<Released> before,
      long editions,
      ProtectionRule rule) {
    boolean hidden = before.filter(Released::isHiddenWhole).isPresent();
    if (question.isHiddenWhole() || (hidden && editions > 0)) {
      return Released.hiddenWhole();
    }
    Optional<Released> known =
        before.filter(old -> !old.isHiddenWhole() && old.showsNothingSmall(rule));
    if (known.isPresent() && known.get().questionRespondents().equals(question.respondents())) {
      return known.get();
    }
    Released now = new SplitRelease(kind, question, counts, rule).release();
    return known.isEmpty() || mayFollow(known.get(), now, rule) ? now : Released.hiddenWhole();
  }

  private static boolean mayFollow(Released before, Released now, ProtectionRule rule) {
    return now.cells().stream()
        .allMatch(
            cell ->
                before.cells().stream()
                    .filter(cell::matches)
                    .allMatch(
                        was ->
                            was.people().isPresent() == cell.people().isPresent()
                                && Succession.isSafe(
                                    was.people().orElse(0), cell.people().orElse(0), rule)
                                && Succession.isSafe(
                                    was.respondents().orElse(0),
                                    cell.respondents().orElse(0),
                                    rule)));
  }

  private Released release() {
    return split()
        .filter(made -> made.addsUpTo(question.respondents().getAsLong()))
        .flatMap(made -> made.coarse(rule))
        .flatMap(this::suppressed)
        .map(cells -> new Released(question.respondents(), cells))
        .orElseGet(Released::hiddenWhole);
  }

  private Optional<List<SplitCell>> suppressed(Crosstab split) {
    CountTable table = split.table();
    Optional<BitSet> hidden = Suppressor.hiddenCells(table, rule);
    hidden
        .map(table::hiding)
        .flatMap(shown -> DisclosureCheck.firstExposed(shown, rule))
        .ifPresent(
            cell -> {
              throw new UndisclosableException("cell " + (cell + 1));
            });
    return hidden
        .map(split::hiding)
        .filter(cells -> cells.stream().anyMatch(cell -> cell.people().isPresent()));
  }

  private Optional<Crosstab> split() {
    return kind.equals("nps") ? byGroups() : byAnswers();
  }

  private Optional<Crosstab> byGroups() {
    List<AnswerLine> groups = lines(AnswerKind.GROUP);
    if (groups.isEmpty() || !groups.stream().allMatch(AnswerLine::isShown)) {
      return Optional.empty();
    }
    Map<String, Integer> columnOf = new HashMap<>();
    for (Crosstab.Count count : counts) {
      AnswerLine grade = AnswerLine.counted(count.answer(), AnswerKind.CHOICE, 0, 0);
      for (int column = 0; column < groups.size(); column++) {
        AnswerLine line = groups.get(column);
        if (Arrays.stream(PromoterGroups.values()).anyMatch(g -> g.isOf(line) && g.holds(grade))) {
          columnOf.put(count.answer(), column);
        }
      }
    }
    return Optional.of(Crosstab.of(kind, groups, true, columnOf, counts));
  }

  private Optional<Crosstab> byAnswers() {
    List<AnswerLine> choices = lines(AnswerKind.CHOICE);
    List<AnswerLine> columns =
        new ArrayList<>(choices.stream().filter(AnswerLine::isShown).toList());
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> columnOf = new HashMap<>();
    columns.forEach(line -> columnOf.put(line.answer(), columnOf.size()));
    boolean complete = columns.size() == choices.size();
    if (!complete && Question.oneChoice(kind)) {
      choices.stream()
          .filter(line -> !line.isShown())
          .forEach(line -> columnOf.put(line.answer(), columns.size()));
      columns.add(others(columns));
    }
    return Optional.of(Crosstab.of(kind, columns, complete, columnOf, counts));
  }

  private AnswerLine others(List<AnswerLine> shown) {
    long rest =
        question.respondents().getAsLong()
            - shown.stream().mapToLong(line -> line.people().getAsLong()).sum();
    int place = shown.stream().mapToInt(AnswerLine::order).max().orElse(0) + 1;
    return AnswerLine.counted(OTHER_ANSWERS, AnswerKind.CHOICE, place, rest);
  }

  private List<AnswerLine> lines(AnswerKind wanted) {
    return question.lines().stream().filter(line -> line.kind() == wanted).toList();
  }
}
