package org.recordlake.identity;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.schedule.Holds;

/** Reads and writes {@code governance.identity_links}. */
final class LinkTable {
  private final Lake lake;
  private final LinkColumns columns;
  private final JobContext context;

  LinkTable(JobContext context) {
    this.lake = context.lake();
    this.columns = LinkColumns.of(context.catalog());
    this.context = context;
  }

  /** How many links were written or deleted, by kind of change and status. */
  record Counts(Map<LinkChange.Kind, Map<Link.Status, Long>> changes) {
    long of(LinkChange.Kind kind) {
      return changes.getOrDefault(kind, Map.of()).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }

    long written(Link.Status status) {
      return List.of(LinkChange.Kind.INSERT, LinkChange.Kind.UPDATE).stream()
          .mapToLong(kind -> changes.getOrDefault(kind, Map.of()).getOrDefault(status, 0L))
          .sum();
    }
  }

  /**
   * Makes {@code changes} true. Again, after it was done: nothing. They are computed once and kept
   * apart from what they were computed from, since that changes with the first write.
   */
  Counts apply(Dataset<Row> changes) {
    Dataset<Row> kept = columns.stored(changes).localCheckpoint();
    Counts counts = count(kept);
    if (counts.of(LinkChange.Kind.DELETE) > 0) {
      Column[] key = columns.table().key().stream().map(functions::col).toArray(Column[]::new);
      lake.deleteByKeys(Link.TABLE, kept.where(is(LinkChange.Kind.DELETE)).select(key));
    }
    if (counts.of(LinkChange.Kind.UPDATE) > 0) {
      lake.merge(Link.TABLE, kept.where(functions.not(is(LinkChange.Kind.DELETE))));
    } else if (counts.of(LinkChange.Kind.INSERT) > 0) {
      lake.append(Link.TABLE, kept.where(is(LinkChange.Kind.INSERT)));
    }
    return counts;
  }

  /** The link with the number {@code id}. */
  Optional<Link> find(String id) {
    return links(lake.read(Link.TABLE).where(col("link_id").equalTo(id))).stream().findFirst();
  }

  /** Whether a legal hold keeps {@code link} as it is. */
  boolean held(Link link) {
    return Holds.on(context).marked(columns.table(), stored(link)).where(col(Holds.HELD)).count()
        > 0;
  }

  /** At most {@code most} links of {@code status}, those with the most evidence first. */
  List<Link> list(Link.Status status, int most) {
    return links(
        lake.read(Link.TABLE)
            .where(col("status").equalTo(status.code()))
            .orderBy(col("weight").desc(), col("link_id"))
            .limit(most));
  }

  void write(Link link) {
    lake.merge(Link.TABLE, stored(link));
  }

  private List<Link> links(Dataset<Row> stored) {
    return columns.read(stored).collectAsList().stream().map(Link::of).toList();
  }

  private Dataset<Row> stored(Link link) {
    return columns.stored(lake.spark().createDataFrame(List.of(link.row()), Link.SCHEMA));
  }

  private static Column is(LinkChange.Kind kind) {
    return col(LinkChange.KIND).equalTo(kind.code());
  }

  private static Counts count(Dataset<Row> changes) {
    Map<LinkChange.Kind, Map<Link.Status, Long>> counts = new HashMap<>();
    changes
        .groupBy(LinkChange.KIND, "status")
        .count()
        .collectAsList()
        .forEach(
            row ->
                counts
                    .computeIfAbsent(
                        LinkChange.Kind.valueOf(
                            row.getString(0).toUpperCase(java.util.Locale.ROOT)),
                        kind -> new HashMap<>())
                    .put(Link.Status.of(row.getString(1)), row.getLong(2)));
    return new Counts(counts);
  }
}
