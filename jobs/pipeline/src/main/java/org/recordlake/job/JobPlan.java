package org.recordlake.job;

import java.util.List;

/** What a job is about to read, write or destroy, as data. */
public interface JobPlan {
  /** One line for each thing, with counts and without personal values. */
  List<String> lines();
}
