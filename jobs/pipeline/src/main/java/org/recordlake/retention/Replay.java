package org.recordlake.retention;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.problem.Failure;
import org.recordlake.schedule.DisposedKeys;

/**
 * What a restored backup may have brought back. A backup of the whole lake is older than the latest
 * disposals and does not know them; they are then told by a copy of the tokens kept elsewhere.
 *
 * @param tokensOf root of a lake whose tokens count besides the lake's own
 */
record Replay(Optional<String> tokensOf) {
  DisposedKeys gone(JobContext context) {
    Dataset<Row> own = context.lake().read(DisposedKeys.TABLE);
    return DisposedKeys.of(
        context, tokensOf.map(root -> own.unionByName(tokens(context, root))).orElse(own));
  }

  /** Keeps the other lake's tokens, so that what they name stays refused. */
  void remember(JobContext context) {
    tokensOf.ifPresent(root -> DisposedKeys.of(context).remember(tokens(context, root)));
  }

  private static Dataset<Row> tokens(JobContext context, String root) {
    Lake other = new Lake(context.lake().spark(), root, context.catalog());
    if (!other.exists(DisposedKeys.TABLE)) {
      throw Failure.usage(
          "there are no tokens of destroyed keys", root, "Name a lake that keeps some");
    }
    return other.read(DisposedKeys.TABLE);
  }
}
