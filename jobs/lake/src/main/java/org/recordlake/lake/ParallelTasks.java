package org.recordlake.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.recordlake.problem.CollectedFailures;

/**
 * Runs independent pieces of work on several tables at once: Delta commits are mostly waiting and
 * planning, not computing.
 */
public final class ParallelTasks {
  private ParallelTasks() {}

  /**
   * Runs every task, at most {@code width} at a time, and returns their results in the given order.
   *
   * @throws RuntimeException the first failure, in the given order, once all have ended; the others
   *     are its suppressed ones
   */
  public static <T> List<T> run(SparkSession spark, int width, List<Callable<T>> tasks) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(width, tasks.size())));
    try {
      List<Future<T>> futures =
          tasks.stream().map(task -> pool.submit(() -> inSession(spark, task))).toList();
      return results(futures);
    } finally {
      pool.shutdown();
    }
  }

  private static <T> T inSession(SparkSession spark, Callable<T> task) throws Exception {
    SparkSession.setActiveSession(spark);
    return task.call();
  }

  private static <T> List<T> results(List<Future<T>> futures) {
    List<T> results = new ArrayList<>();
    CollectedFailures failures = new CollectedFailures();
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failures.add(new IllegalStateException("interrupted while tables were written", e));
        break;
      }
    }
    failures.throwFirst();
    return results;
  }
}
