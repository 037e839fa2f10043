package org.recordlake.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.recordlake.problem.CollectedFailures;

/**
 * Makes marts side by side, each as soon as those it reads are made. Of those that could begin, the
 * one goes first on which the longest chain of others waits, so that no core is idle at the end.
 *
 * @param <T> what making a mart gives
 */
final class ModelScheduler<T> {
  private final List<ModelPlan.Step> waiting;
  private final Map<String, Integer> chains = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  private record Done<T>(String mart, T result) {}

  /**
   * @param steps each after those it reads
   */
  ModelScheduler(List<ModelPlan.Step> steps) {
    waiting = new ArrayList<>(steps);
    steps.forEach(step -> open.add(step.mart()));
    for (int i = steps.size() - 1; i >= 0; i--) {
      String mart = steps.get(i).mart();
      int longest =
          steps.subList(i + 1, steps.size()).stream()
              .filter(step -> step.reads().contains(mart))
              .mapToInt(step -> chains.get(step.mart()))
              .max()
              .orElse(0);
      chains.put(mart, longest + 1);
    }
  }

  /**
   * Makes all of them.
   *
   * @param width how many at a time
   * @param work what makes a mart; asked for when its turn comes, in the calling thread
   * @param done takes each result in the calling thread, before a mart that reads it begins
   * @throws RuntimeException the first failure, once what was under way has ended, with the others
   *     as its suppressed ones; nothing is begun after it
   */
  void run(int width, Function<ModelPlan.Step, Callable<T>> work, Consumer<T> done) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, width));
    try {
      run(width, new ExecutorCompletionService<>(pool), work, done);
    } finally {
      pool.shutdown();
    }
  }

  private void run(
      int width,
      CompletionService<Done<T>> making,
      Function<ModelPlan.Step, Callable<T>> work,
      Consumer<T> done) {
    CollectedFailures failures = new CollectedFailures();
    int running = 0;
    while (running > 0 || !waiting.isEmpty()) {
      Optional<ModelPlan.Step> next = running < width ? next() : Optional.empty();
      if (next.isPresent()) {
        begin(next.get(), making, work);
        running++;
        continue;
      }
      try {
        finish(making.take(), done);
      } catch (ExecutionException e) {
        failures.add(e.getCause());
        waiting.clear();
      } catch (RuntimeException e) {
        failures.add(e);
        waiting.clear();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failures.add(new IllegalStateException("interrupted while marts were made", e));
        break;
      }
      running--;
    }
    failures.throwFirst();
  }

  private Optional<ModelPlan.Step> next() {
    return waiting.stream()
        .filter(step -> step.reads().stream().noneMatch(open::contains))
        .min((one, other) -> chains.get(other.mart()) - chains.get(one.mart()));
  }

  private void begin(
      ModelPlan.Step step,
      CompletionService<Done<T>> making,
      Function<ModelPlan.Step, Callable<T>> work) {
    waiting.remove(step);
    Callable<T> task = work.apply(step);
    making.submit(() -> new Done<>(step.mart(), task.call()));
  }

  private void finish(Future<Done<T>> made, Consumer<T> done)
      throws ExecutionException, InterruptedException {
    Done<T> result = made.get();
    open.remove(result.mart());
    done.accept(result.result());
  }
}
