package org.recordlake.job;

/** Tells people how far a run is. Messages hold no personal value. */
public interface Progress {
  /** A named piece of work of {@code total} parts begins. */
  Bar start(String task, long total);

  /** A line worth reading. */
  void note(String line);

  /** One piece of work under way. */
  interface Bar extends AutoCloseable {
    void step();

    @Override
    void close();
  }
}
