package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ModelSchedulerTest {
  private static final List<ModelPlan.Step> STEPS =
      List.of(
          step("events", "guests"),
          step("value", "orders"),
          step("benchmarks", "value", "mix"),
          step("needs", "benchmarks"));

  private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

  @Test
  void theMartWithTheLongestChainBehindItGoesFirstAndEachAfterThoseItReads() {
    List<String> done = new ArrayList<>();
    new ModelScheduler<String>(STEPS)
        .run(
            1,
            step ->
                () -> {
                  begun.add(step.mart());
                  return step.mart();
                },
            done::add);
    assertThat(begun).containsExactly("value", "benchmarks", "events", "needs");
    assertThat(done).isEqualTo(begun);
  }

  @Test
  void martsThatDoNotReadEachOtherAreMadeAtOnce() {
    CountDownLatch both = new CountDownLatch(2);
    new ModelScheduler<Boolean>(STEPS.subList(0, 2))
        .run(
            2,
            step ->
                () -> {
                  both.countDown();
                  return both.await(30, TimeUnit.SECONDS);
                },
            met -> assertThat(met).isTrue());
    assertThat(both.getCount()).isZero();
  }

  @Test
  void afterAFailureNothingBeginsAndTheFailureIsTold() {
    ModelScheduler<String> relay = new ModelScheduler<>(STEPS);
    assertThatThrownBy(
            () ->
                relay.run(
                    1,
                    step ->
                        () -> {
                          begun.add(step.mart());
                          throw new IllegalArgumentException("no storage");
                        },
                    done -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no storage");
    assertThat(begun).containsExactly("value");
  }

  @Test
  void everyFailureOfThoseUnderWayIsTold() {
    CountDownLatch both = new CountDownLatch(2);
    assertThatThrownBy(
            () ->
                new ModelScheduler<String>(STEPS)
                    .run(
                        2,
                        step ->
                            () -> {
                              begun.add(step.mart());
                              both.countDown();
                              both.await(30, TimeUnit.SECONDS);
                              throw new IllegalArgumentException(step.mart());
                            },
                        done -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            first ->
                assertThat(first.getSuppressed())
                    .singleElement()
                    .satisfies(
                        second ->
                            assertThat(List.of(first.getMessage(), second.getMessage()))
                                .containsExactlyInAnyOrder("value", "events")));
    assertThat(begun).hasSize(2);
  }

  @Test
  void aFailureToTakeAResultIsToldOnceTheOthersHaveEnded() {
    assertThatThrownBy(
            () ->
                new ModelScheduler<String>(STEPS)
                    .run(
                        2,
                        step -> step::mart,
                        done -> {
                          throw new IllegalStateException(done);
                        }))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
  }

  private static ModelPlan.Step step(String mart, String... reads) {
    return new ModelPlan.Step(
        mart, List.of(reads), "p", Optional.of("it is Sunday"), RebuildScope.WHOLE);
  }
}
