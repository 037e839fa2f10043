package org.recordlake.retention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.disposal.Hold;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Places a legal hold. It binds from its first day, on records that come later too. The same order
 * given twice is one hold.
 */
public final class PlaceHold implements Job<HoldPlan> {
  private final HoldOrder order;

  public PlaceHold(HoldOrder order) {
    this.order = order;
  }

  @Override
  public String name() {
    return "hold place";
  }

  @Override
  public HoldPlan plan(JobContext context) {
    order.check(context.catalog());
    List<Hold> known = new HoldList(context).all();
    Hold wanted = order.hold(order.id().orElseGet(() -> nextId(known, context)), context.asOf());
    return order
        .id()
        .map(id -> numbered(wanted, known))
        .orElseGet(
            () -> twin(wanted, known).map(HoldPlan::unchanged).orElse(HoldPlan.changing(wanted)));
  }

  @Override
  public JobResult execute(HoldPlan plan, JobContext context) {
    JobResult written = new HoldList(context).write(plan);
    return plan.change().map(hold -> counted(hold, written, context)).orElse(written);
  }

  /** What is held today; nothing at all may be a slip of the pen, and is said aloud. */
  private static JobResult counted(Hold hold, JobResult written, JobContext context) {
    JobContext then =
        hold.placedOn().isAfter(context.asOf())
            ? context.on(hold.placedOn(), context.runId())
            : context;
    long rows = HeldRowCounts.of(then).getOrDefault(hold.id(), 0L);
    Map<String, Long> counts = new LinkedHashMap<>(written.counts());
    counts.put("rows_held", rows);
    if (rows > 0 || hold.releasedOn().isPresent()) {
      return JobResult.done(counts, written.output());
    }
    Problem nothing =
        new Problem(
            "the hold covers no row today",
            "hold " + hold.id(),
            "Check its scope; if it is right, it holds whatever comes later");
    return new JobResult(
        ExitCode.DONE,
        counts,
        List.of(nothing),
        Stream.concat(written.output().stream(), Stream.of("WARNING " + nothing)).toList());
  }

  private static HoldPlan numbered(Hold wanted, List<Hold> known) {
    Optional<Hold> same = known.stream().filter(hold -> hold.id().equals(wanted.id())).findFirst();
    if (same.isPresent() && !same.get().sameOrderAs(wanted)) {
      throw Failure.usage(
          "there is another hold with the number " + wanted.id(),
          "hold place",
          "Give another number, or none for the next free one");
    }
    return same.map(HoldPlan::unchanged).orElse(HoldPlan.changing(wanted));
  }

  private static Optional<Hold> twin(Hold wanted, List<Hold> known) {
    return known.stream()
        .filter(hold -> hold.releasedOn().isEmpty() && hold.sameOrderAs(wanted))
        .findFirst();
  }

  private String nextId(List<Hold> known, JobContext context) {
    int year = order.placedOn().orElse(context.asOf()).getYear();
    String prefix = String.format(Locale.ROOT, "H-%04d-", year);
    int last =
        known.stream()
            .map(Hold::id)
            .filter(id -> id.startsWith(prefix))
            .map(id -> id.substring(prefix.length()))
            .filter(number -> number.matches("\\d{1,8}"))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    return prefix + String.format(Locale.ROOT, "%04d", last + 1);
  }
}
