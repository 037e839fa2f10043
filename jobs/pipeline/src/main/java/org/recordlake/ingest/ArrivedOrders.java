package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.ingest.resolve.ResolvedTable;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Problem;
import org.recordlake.schedule.UnreadOrders;

/** Hold orders as a run finds them once it has taken in those that came with it. */
final class ArrivedOrders {
  static final String TABLE = "legal_holds";

  private ArrivedOrders() {}

  /**
   * Orders that are not understood. What arrives with them is held as if they covered it.
   *
   * @param orders those of this run, if there are any
   * @param failures by table
   */
  static List<Problem> unread(
      JobContext context,
      IngestPlan plan,
      Optional<ResolvedTable> orders,
      Map<String, RuntimeException> failures) {
    List<Problem> unread = new ArrayList<>(UnreadOrders.takenIn(context));
    Set<String> folders = UnreadOrders.folders(context);
    boolean refused = orders.map(table -> !table.refused().isEmpty()).orElse(false);
    boolean unknown = plan.unknown().stream().anyMatch(file -> folders.contains(file.source()));
    if (failures.containsKey(TABLE) || refused || unknown) {
      unread.add(
          new Problem(
              "a file of orders that came with this run is not understood",
              "landing",
              "Mend it and drop it again under the same name"));
    }
    return unread;
  }
}
