package org.recordlake.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;

/**
 * Runs independent pieces of work on several tables at once: Delta commits are mostly waiting and
 * planning, not computing.
 */
public final class ParallelTasks {
  private ParallelTasks() {}

  /**
   * Runs every task, at most {@code width} at a time, and returns their results in the given order.
   *
   * @throws RuntimeException the first failure, in the given order, once all have ended
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
    RuntimeException first = null;
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        first = first == null ? unwrapped(e) : first;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while tables were written", e);
      }
    }
    if (first != null) {
      throw first;
    }
    return results;
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    return e.getCause() instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(e.getCause());
  }
}
