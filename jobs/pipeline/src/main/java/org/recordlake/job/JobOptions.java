package org.recordlake.job;

/**
 * What the user asked of a run beyond the defaults.
 *
 * @param full rebuild instead of following the change
 */
public record JobOptions(boolean full) {
  public static final JobOptions DEFAULT = new JobOptions(false);
}
