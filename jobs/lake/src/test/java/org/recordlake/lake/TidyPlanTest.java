package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recordlake.lake.engine.NotedFile;

class TidyPlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
  private static final TidyPlan.Limits LIMITS = new TidyPlan.Limits(100, 50, 1_000, 40, 4);

  @Test
  void filesOfSeveralDaysAreLaidAnewThoseThatFallDueFirstComingFirst() {
    DayFile later = file("later", 60, 5, 9);
    DayFile sooner = file("sooner", 60, 0, 400);
    assertThat(plan(later, sooner, file("tidy", 900, 3, 3))).containsExactly(sooner, later);
  }

  @Test
  void aMonthLiesTogetherUntilTheMonthBeforeItsOwn() {
    DayFile march = new DayFile("p", 100, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    assertThat(planned(LocalDate.of(2026, 1, 31), march)).isEmpty();
    assertThat(planned(LocalDate.of(2026, 2, 1), march)).containsExactly(march);
    DayFile two = new DayFile("p", 100, LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 1));
    assertThat(planned(LocalDate.of(2020, 1, 1), two)).containsExactly(two);
  }

  @Test
  void daysAndMonthsAreCountedFromTheFirstRowToTheLast() {
    TidyPlan plan = TidyPlan.of(List.of(file("p", 100, 0, 365)), DAY, LIMITS);
    assertThat(plan.months()).isEqualTo("2026-03-01");
    assertThat(plan.days()).isEqualTo(1 + 28);
    assertThat(plan.parts()).isEqualTo(1 + 28 + 11);
    TidyPlan far = TidyPlan.of(List.of(file("p", 100, 60, 120)), DAY, LIMITS);
    assertThat(far.days()).isZero();
    assertThat(far.firstMonth()).isEqualTo("2026-04-01");
    assertThat(far.parts()).isEqualTo(2);
  }

  @Test
  void littleThatLiesUntidilyIsLeftSinceRewritingItWhenItIsDueCostsLess() {
    assertThat(plan(file("mixed", 99, 0, 1))).isEmpty();
    assertThat(plan(file("mixed", 100, 0, 1))).hasSize(1);
  }

  @Test
  void manyFilesAreWorthItHoweverSmall() {
    DayFile[] crowd =
        IntStream.range(0, 50).mapToObj(i -> file("f" + i, 1, 0, 0)).toArray(DayFile[]::new);
    assertThat(plan(crowd)).hasSize(50);
  }

  @Test
  void aDayOrMonthMayHaveAFewSmallFilesAndAnyNumberOfBigOnes() {
    for (int day : new int[] {0, 70}) {
      List<DayFile> files = new ArrayList<>();
      IntStream.range(0, 4).forEach(i -> files.add(file("small" + i, 39, day, day)));
      IntStream.range(0, 9).forEach(i -> files.add(file("big" + i, 40, day, day)));
      assertThat(plan(files.toArray(DayFile[]::new))).isEmpty();
      files.add(file("small4", 39, day, day));
      assertThat(plan(files.toArray(DayFile[]::new)))
          .extracting(DayFile::path)
          .containsExactly("small0", "small1", "small2", "small3", "small4");
    }
  }

  @Test
  void oneGoTakesABoundedNumberOfBytesAndPartsButAlwaysAFile() {
    assertThat(plan(file("a", 5_000, 0, 1), file("b", 600, 0, 1))).hasSize(1);
    assertThat(plan(file("a", 600, 0, 1), file("b", 600, 0, 1), file("c", 400, 1, 2)))
        .extracting(DayFile::path)
        .containsExactly("a", "c");
    assertThat(plan(file("a", 600, -9_000, -8_999), file("b", 300, 0, 1)))
        .extracting(DayFile::path)
        .containsExactly("a");
    assertThat(plan(file("a", 600, -9_000, 0))).isEmpty();
  }

  @Test
  void aFileIsKnownByItsStatisticsOnlyIfEachOfItsRowsHasADay() {
    String days =
        "\"minValues\":{\"due_on\":\"2026-01-31\"},\"maxValues\":{\"due_on\":\"2026-02-01\"}";
    assertThat(noted("{" + days + ",\"nullCount\":{\"due_on\":0}}"))
        .contains(new DayFile("p", 7, DAY, DAY.plusDays(1)));
    assertThat(noted("{" + days + ",\"nullCount\":{\"due_on\":1}}")).isEmpty();
    assertThat(noted("{" + days + "}")).isEmpty();
    assertThat(noted("{\"nullCount\":{\"due_on\":0}}")).isEmpty();
    assertThat(noted("no JSON")).isEmpty();
    assertThat(DayFile.of(new NotedFile("p", 7, Optional.empty()), "due_on")).isEmpty();
  }

  private static Optional<DayFile> noted(String statistics) {
    return DayFile.of(new NotedFile("p", 7, Optional.of(statistics)), "due_on");
  }

  private static DayFile file(String path, long bytes, int first, int last) {
    return new DayFile(path, bytes, DAY.plusDays(first), DAY.plusDays(last));
  }

  private static List<DayFile> plan(DayFile... files) {
    return planned(DAY, files);
  }

  private static List<DayFile> planned(LocalDate asOf, DayFile... files) {
    return TidyPlan.of(List.of(files), asOf, LIMITS).files();
  }
}
