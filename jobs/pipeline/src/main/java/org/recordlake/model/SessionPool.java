package org.recordlake.model;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.sql.SparkSession;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.PseudonymFunction;
import org.recordlake.lake.TaskSizing;

/**
 * The lake seen from sessions of their own, one for each mart that is planned at a time, since
 * models give their views the same names. A session serves the next mart once one is done.
 */
final class SessionPool {
  private final JobContext context;
  private final Queue<Lake> idle = new ConcurrentLinkedQueue<>();

  SessionPool(JobContext context) {
    this.context = context;
  }

  /** One that nobody else works with; active in the calling thread from now on. */
  Lake take() {
    Lake lake = idle.poll();
    if (lake == null) {
      lake = context.lake().inOwnSession();
      PseudonymFunction.register(lake.spark(), context.protector());
      TaskSizing.in(lake.spark());
    }
    SparkSession.setActiveSession(lake.spark());
    return lake;
  }

  void giveBack(Lake lake) {
    idle.add(lake);
  }
}
