package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.TableSpec;
import org.recordlake.disposal.DisposalEligibility;
import org.recordlake.disposal.Footprint;
import org.recordlake.job.JobContext;
import org.recordlake.lake.ParallelTasks;
import org.recordlake.schedule.Holds;

/**
 * What a person wants to know of a plan besides its counts: the span of the due days, the data
 * files that would be touched, and which holds keep what. It costs a second pass over the tables
 * with something due, which a run does without.
 */
public final class PlanDetails {
  private final RetentionPlan plan;
  private final Map<String, Place> places;

  private PlanDetails(RetentionPlan plan, Map<String, Place> places) {
    this.plan = plan;
    this.places = places;
  }

  /**
   * Where the rows of a disposal lie.
   *
   * @param files of the rows that would go
   * @param held rows kept, by number of the hold; a row kept by two counts with both
   */
  private record Place(Footprint files, Map<String, Long> held) {
    static final Place NONE = new Place(new Footprint(0, 0), Map.of());
  }

  /** Plans, and looks up where the rows lie. */
  public static PlanDetails of(JobContext context) {
    RetentionDelete retention = new RetentionDelete();
    RetentionPlan plan = retention.plan(context);
    DueRows due = retention.due(context);
    Set<String> tables =
        plan.items().stream().map(RetentionPlan.Item::table).collect(Collectors.toSet());
    List<Callable<Map<String, Place>>> queries = new ArrayList<>();
    tables.forEach(name -> queries.add(() -> places(context, due, context.catalog().table(name))));
    Map<String, Place> places = new HashMap<>();
    ParallelTasks.run(context.lake().spark(), context.settings().ingest().parallelTables(), queries)
        .forEach(places::putAll);
    return new PlanDetails(plan, places);
  }

  private static Map<String, Place> places(JobContext context, DueRows due, TableSpec table) {
    List<Row> found =
        due.placed(table)
            .groupBy(
                col(DueRows.BATCH),
                col(DueRows.FILE),
                concat_ws(",", sort_array(col(Holds.HELD_BY))).as(Holds.HELD_BY))
            .agg(count(lit(1)))
            .collectAsList();
    Map<String, Long> sizes = context.lake().fileSizes(table.name());
    Map<String, List<String>> files = new HashMap<>();
    Map<String, Map<String, Long>> held = new HashMap<>();
    for (Row row : found) {
      String batch = row.getString(0);
      files.computeIfAbsent(batch, any -> new ArrayList<>());
      if (row.getString(2).isEmpty()) {
        files.get(batch).add(name(row.getString(1)));
      } else {
        Map<String, Long> counts = held.computeIfAbsent(batch, any -> new TreeMap<>());
        List.of(row.getString(2).split(","))
            .forEach(hold -> counts.merge(hold, row.getLong(3), Long::sum));
      }
    }
    Map<String, Place> places = new HashMap<>();
    files.forEach(
        (batch, names) ->
            places.put(
                table.name() + " " + batch,
                new Place(Footprint.of(names, sizes), held.getOrDefault(batch, Map.of()))));
    return places;
  }

  private static String name(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  /** Rows past their day that no hold and no standing notice keeps. */
  public long overdue() {
    return plan.overdue();
  }

  /** For each table and rule, its line of the plan and what belongs to it. */
  public List<String> text() {
    List<String> text = new ArrayList<>(plan.completedLines());
    for (RetentionPlan.Item item : plan.items()) {
      text.add(item.line());
      Place place = places.getOrDefault(item.table() + " " + item.batch(), Place.NONE);
      item.span()
          .filter(span -> item.eligibility() != DisposalEligibility.KEPT)
          .ifPresent(
              span ->
                  text.add(
                      "  last days %s; %d to go, in %s"
                          .formatted(span, item.count().toGo(), place.files().text())));
      place.held().forEach((hold, rows) -> text.add("  %s keeps %d".formatted(hold, rows)));
    }
    return text;
  }
}
