package org.recordlake.identity;

import java.util.List;
import org.recordlake.job.JobContext;

/** The links a person should look at. */
public final class ReviewList {
  private final LinkTable links;

  public ReviewList(JobContext context) {
    this.links = new LinkTable(context);
  }

  /** Their lines, without a value of the rows, those with the most evidence first. */
  public List<String> lines(int most) {
    return links.list(Link.Status.REVIEW, most).stream().map(Link::line).toList();
  }
}
